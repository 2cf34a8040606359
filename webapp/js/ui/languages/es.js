/** @type {import("./en.js").Texts} */
const texts = {
  "title.room": "{room} – Video Chat Room",

  "status.preparing": "Permita el uso de la cámara y el micrófono, por favor.",
  "status.joining": "Entrando en la sala…",
  "status.waiting": "Por ahora solo está usted. Esperando a la otra persona.",
  "status.waiting.left": "La otra persona se ha ido. Esperando por si viene alguien.",
  "status.waiting.connection-lost": "Se ha perdido la conexión de la otra persona. Esperando a que vuelva.",
  "status.waiting.removed": "El servidor ha cerrado la conexión de la otra persona. Esperando a que vuelva.",
  "status.connecting": "La otra persona está aquí. Conectando…",
  "status.connected": "Conexión establecida",
  "status.connected.direct": "Conexión directa",
  "status.connected.relayed": "Conexión a través de un repetidor",
  "status.connected.weak": "Conexión establecida, pero débil",
  "status.reconnecting": "Restableciendo la conexión con la otra persona…",
  "status.room-full": "Esperando a que quede un sitio libre.",
  "status.server-unreachable": "Buscando el servidor…",
  "status.connection-failed": "Se sigue intentando la conexión…",
  "status.moved": "La llamada continúa en otra pestaña o ventana.",
  "status.hung-up": "Ha salido de la llamada.",
  "status.blocked": "La llamada todavía no puede empezar.",

  "note.camera-missing": "No se encontró ninguna cámara: la otra persona solo le oye.",
  "note.microphone-missing": "No se encontró ningún micrófono: la otra persona solo le ve.",
  "note.no-devices": "No se encontraron cámara ni micrófono: puede mirar y escuchar.",
  "note.server-away": "No se puede contactar con el servidor; la llamada continúa sin él.",
  "note.other-away": "El contacto de la otra persona con el servidor se ha interrumpido; la llamada continúa.",
  "note.hiding-denied": "Su dirección no está oculta: este servidor no tiene repetidor.",
  "note.report-copied": "El informe se ha copiado.",
  "note.report-not-copied": "El navegador no ha permitido copiar. Seleccione y copie el informe manualmente, por favor.",
  "note.link-copied": "El enlace se ha copiado.",
  "note.link-not-copied": "El navegador no ha permitido copiar. Seleccione y copie el enlace manualmente, por favor.",

  "title.permission-refused": "La cámara y el micrófono no están permitidos",
  "problem.permission-refused":
    "Su navegador o su sistema no deja que esta página los use. Permita ambos junto a la dirección de la página o en " +
    "los ajustes del sistema, y vuelva a intentarlo.",
  "title.device-busy": "La cámara o el micrófono está en uso",
  "problem.device-busy": "Quizá lo esté usando otro programa. Ciérrelo y vuelva a intentarlo.",
  "title.media-failed": "La cámara y el micrófono no se han iniciado",
  "problem.media-failed": "El navegador no indica el motivo. Vuelva a intentarlo, o entre sin ellos.",
  "title.insecure-origin": "Esta página no se ha abierto de forma segura",
  "problem.insecure-origin":
    "Los navegadores solo dan la cámara y el micrófono a páginas abiertas con https:// o en localhost. Abra esta " +
    "página con https://, o entre para mirar y escuchar.",
  "title.no-webrtc": "Este navegador no permite hacer videollamadas",
  "problem.no-webrtc": "Abra el enlace en una versión actual de Firefox, Chrome, Edge o Safari.",
  "title.invalid-room-name": "No puede haber una sala con este nombre",
  "problem.invalid-room-name": "El nombre de una sala consta de entre 1 y 64 letras, cifras, - y _.",
  "title.room-full": "Esta sala está ocupada",
  "problem.room-full":
    "Dos personas conversan en ella. Puede esperar aquí: entrará automáticamente en cuanto una de ellas se vaya.",
  "title.server-unreachable": "No se puede contactar con el servidor",
  "problem.server-unreachable": "Compruebe su red. Esta página sigue intentándolo.",
  "countdown.seconds": {
    one: "Próximo intento en {seconds} segundo",
    many: "Próximo intento en {seconds} segundos",
    other: "Próximo intento en {seconds} segundos",
  },
  "countdown.now": "Intentándolo…",
  "title.connection-failed": "Sin conexión con la otra persona",
  "problem.connection-failed":
    "Puede que lo impida un cortafuegos o una red débil. Esta página sigue intentándolo; otra red puede ayudar.",
  "problem.connection-failed.no-relay":
    "No se ha encontrado un camino directo, y este servidor no tiene repetidor (TURN) para estos casos; su operador " +
    "puede añadir uno. Esta página sigue intentándolo; otra red puede ayudar.",
  "problem.connection-failed.server-away":
    "No se puede contactar ni con la otra persona ni con el servidor: quizá se deba a su red. Esta página sigue " +
    "intentándolo.",
  "problem.connection-failed.other-away":
    "Tampoco el servidor puede contactar con la otra persona: quizá se deba a la red de ella. Esta página sigue " +
    "intentándolo.",
  "title.moved": "La llamada continúa en otra pestaña o ventana",
  "problem.moved": "Esta pestaña ha cedido su lugar a la otra. La cámara y el micrófono están apagados aquí.",
  "title.hung-up": "Ha salido de la llamada",
  "problem.hung-up": "La cámara y el micrófono están apagados.",
  "title.too-many-rooms": "El servidor está lleno",
  "problem.too-many-rooms": "No admite más salas por el momento. Inténtelo de nuevo más tarde, por favor.",
  "title.too-many-messages": "El servidor pide un poco de calma",
  "problem.too-many-messages":
    "Ha recibido demasiados mensajes de esta página. Espere un momento y vuelva a intentarlo.",
  "title.message-too-large": "Un mensaje era demasiado grande",
  "problem.message-too-large": "El servidor no lo ha transmitido a la otra persona. Vuelva a intentarlo.",
  "title.server-error": "El servidor ha rechazado un mensaje",
  "problem.server-error": "Algo ha fallado entre esta página y el servidor ({reason}). Vuelva a intentarlo.",

  "stage.own": "Su propia imagen",
  "stage.remote": "La otra persona",
  "stage.no-own-picture": "No envía imagen",
  "stage.own-picture-off": "Su cámara está apagada",
  "stage.no-remote-picture": "La otra persona no envía imagen",

  "action.mute": "Silenciar el micrófono",
  "action.camera-off": "Apagar la cámara",
  "action.hang-up": "Colgar",
  "action.copy-link": "Copiar el enlace",
  "action.try-again": "Intentar de nuevo",
  "action.try-now": "Intentar ahora",
  "action.join-again": "Volver a entrar",
  "action.join-without": "Entrar sin cámara ni micrófono",
  "action.join-microphone": "Entrar solo con el micrófono",
  "action.join-camera": "Entrar solo con la cámara",
  "action.take-back": "Recuperar la llamada aquí",
  "action.check-connection": "Comprobar mi conexión",
  "action.settings": "Ajustes",
  "action.close": "Cerrar",
  "action.leave": "Salir",
  "action.stop-waiting": "Dejar de esperar",
  "action.other-room": "Elegir otra sala",
  "action.play-sound": "Activar el sonido",

  "reconnecting.seconds": {
    one: "desde hace {seconds} segundo",
    many: "desde hace {seconds} segundos",
    other: "desde hace {seconds} segundos",
  },

  "settings.title": "Ajustes de esta llamada",
  "settings.hide-address": "Ocultar mi dirección",
  "settings.hide-address.on":
    "La imagen y el sonido pasan por un repetidor, de modo que la otra persona no puede ver su dirección de red.",
  "settings.hide-address.off":
    "El navegador de la otra persona puede ver su dirección de red. Si la oculta, todo pasa por un repetidor.",
  "settings.hide-address.demanded": "Este servidor oculta la dirección de todo el mundo.",
  "settings.hide-address.impossible":
    "No se puede ocultar: este servidor no tiene repetidor (TURN). El operador del servidor puede añadir uno.",

  "doctor.title": "Comprobar mi conexión",
  "doctor.intro":
    "Se comprueba lo que necesita una llamada. Tarda unos segundos y no molesta a ninguna llamada.",
  "doctor.running": "Comprobando…",
  "doctor.done": "La comprobación ha terminado.",
  "doctor.again": "Comprobar de nuevo",
  "doctor.devices": "Comprobar cámara y micrófono",
  "doctor.copy": "Copiar el informe",
  "doctor.report": "Informe para el operador del servidor",
  "doctor.works": "funciona",
  "doctor.fails": "no funciona",
  "doctor.not-configured": "no configurado",
  "doctor.untested": "no se pudo comprobar",
  "doctor.pending": "…",
  "doctor.secure-page": "Página segura",
  "doctor.webrtc": "Videollamadas en este navegador",
  "doctor.devices-check": "Cámara y micrófono",
  "doctor.socket": "Conexión con el servidor",
  "doctor.stun": "Salida a Internet (STUN, UDP)",
  "doctor.turn-udp": "Repetidor por UDP",
  "doctor.turn-tcp": "Repetidor por TCP",
  "doctor.turn-tls": "Repetidor por TLS",
  "doctor.credentials": "Admisión en el repetidor",
  "doctor.secure-page.fails":
    "Abra esta página con https://. Si no funciona, el operador del servidor puede solucionarlo.",
  "doctor.webrtc.fails":
    "Puede solucionarlo usted: use una versión actual de Firefox, Chrome, Edge o Safari y permita WebRTC en ella.",
  "doctor.devices-check.refused":
    "Puede solucionarlo usted: permita la cámara y el micrófono junto a la dirección de la página o en los ajustes del " +
    "sistema.",
  "doctor.devices-check.missing":
    "Puede solucionarlo usted: conecte una cámara o un micrófono. Sin ellos puede mirar y escuchar.",
  "doctor.devices-check.busy": "Puede solucionarlo usted: cierre otros programas que los usen.",
  "doctor.devices-check.untested": "Su navegador le pregunta antes: use el botón de abajo.",
  "doctor.devices-check.insecure": "Los navegadores solo los dan a páginas seguras.",
  "doctor.socket.fails":
    "Compruebe primero su red. Si se abren otras páginas, quizá el administrador de su red bloquee los WebSockets, o el " +
    "servidor esté parado, lo que puede solucionar su operador.",
  "doctor.stun.fails":
    "UDP no pasa. El administrador de su red puede permitirlo; hasta entonces las llamadas necesitan un repetidor por " +
    "TCP o TLS.",
  "doctor.stun.not-configured":
    "Sin esto las llamadas solo funcionan dentro de una misma red. El operador del servidor puede añadirlo.",
  "doctor.turn-udp.fails":
    "Quizá el administrador de su red bloquee UDP, o el repetidor esté parado (operador del servidor).",
  "doctor.turn-tcp.fails":
    "Quizá lo bloquee el administrador de su red, o el repetidor esté parado (operador del servidor).",
  "doctor.turn-tls.fails":
    "Quizá lo bloquee el administrador de su red, o el repetidor esté parado o no tenga un certificado válido (operador " +
    "del servidor).",
  "doctor.turn.refused": "El repetidor responde, y rechaza: vea la admisión más abajo.",
  "doctor.turn.not-configured":
    "Solo hace falta donde otro camino está bloqueado. El operador del servidor puede añadirlo.",
  "doctor.credentials.fails":
    "El repetidor rechaza a los invitados de este servidor: el operador del servidor puede corregir su secreto o su " +
    "reloj.",
  "doctor.credentials.full":
    "El repetidor no admite más invitados por ahora: el operador del servidor puede ampliar sus límites.",
  "doctor.no-servers": "No se pudo preguntar al servidor cuáles usar.",
  "doctor.no-webrtc": "Este navegador no puede comprobarlo.",

  "controls.label": "Llamada",
  "invitation.title": "Invite a la otra persona",
  "invitation.text":
    "Envíe este enlace a la persona con quien quiera hablar. Quien lo tenga puede entrar.",
  "invitation.link": "Enlace a esta sala",

  "landing.intro": "Dos personas abren el mismo enlace, y se ven y se oyen.",
  "landing.room-name": "Nombre de la sala",
  "landing.hint":
    "Tome este, que nadie adivina, o escriba uno propio. Quien conozca el nombre puede entrar.",
  "landing.start": "Empezar",
  "landing.another": "Proponer otro nombre",
  "landing.no-account": "Sin cuenta y sin nada que instalar.",
  "landing.encrypted": "La imagen y el sonido van cifrados de navegador a navegador.",
  "landing.invalid":
    "El nombre de una sala consta de entre 1 y 64 letras y cifras de cualquier escritura, - y _, sin espacios.",

  "room.heading": "Videollamada",
  "not-found.title": "No hay nada en esta dirección",
  "not-found.text":
    "Un enlace a una sala termina con el nombre de la sala. Quizá se haya perdido una parte del suyo.",
  "action.choose-name": "Elegir un nombre de sala",

  "language.label": "Idioma",
  "language.hint": "La página se vuelve a cargar en él; una llamada vuelve por sí sola.",
};

export default texts;

/** @type {import("./en.js").Texts} */
const texts = {
  "title.room": "{room} – Video Chat Room",

  "status.preparing": "Veuillez autoriser la caméra et le microphone.",
  "status.joining": "Entrée dans le salon…",
  "status.waiting": "Il n’y a encore que vous ici. Nous attendons l’autre personne.",
  "status.waiting.left": "L’autre personne est partie. Quelqu’un viendra peut-être encore.",
  "status.waiting.connection-lost": "La connexion de l’autre personne s’est interrompue. Nous attendons son retour.",
  "status.waiting.removed": "Le serveur a fermé la connexion de l’autre personne. Nous attendons son retour.",
  "status.connecting": "L’autre personne est là. Connexion en cours…",
  "status.connected": "Connexion établie",
  "status.connected.direct": "Connexion directe",
  "status.connected.relayed": "Connexion par un relais",
  "status.connected.weak": "Connexion établie, mais faible",
  "status.reconnecting": "Rétablissement de la connexion avec l’autre personne…",
  "status.room-full": "Vous attendez qu’une place se libère.",
  "status.server-unreachable": "Recherche du serveur…",
  "status.connection-failed": "Nouvelles tentatives de connexion…",
  "status.moved": "L’appel continue dans un autre onglet ou une autre fenêtre.",
  "status.hung-up": "Vous avez quitté l’appel.",
  "status.blocked": "L’appel ne peut pas encore commencer.",

  "note.camera-missing": "Aucune caméra trouvée : l’autre personne vous entend seulement.",
  "note.microphone-missing": "Aucun microphone trouvé : l’autre personne vous voit seulement.",
  "note.no-devices": "Ni caméra ni microphone trouvés : vous pouvez regarder et écouter.",
  "note.server-away": "Le serveur est injoignable ; l’appel continue sans lui.",
  "note.other-away": "Le contact de l’autre personne avec le serveur est interrompu ; l’appel continue.",
  "note.hiding-denied": "Votre adresse n’est pas masquée : ce serveur n’a pas de relais.",
  "note.report-copied": "Le rapport est copié.",
  "note.report-not-copied":
    "Le navigateur n’a pas permis la copie. Veuillez sélectionner et copier le rapport vous-même.",
  "note.link-copied": "Le lien est copié.",
  "note.link-not-copied": "Le navigateur n’a pas permis la copie. Veuillez sélectionner et copier le lien vous-même.",

  "title.permission-refused": "La caméra et le microphone ne sont pas autorisés",
  "problem.permission-refused":
    "Votre navigateur ou votre système ne laisse pas cette page les utiliser. Autorisez les deux à côté de l’adresse " +
    "de la page ou dans les réglages du système, puis réessayez.",
  "title.device-busy": "La caméra ou le microphone est déjà utilisé",
  "problem.device-busy": "Un autre programme s’en sert peut-être. Fermez-le, puis réessayez.",
  "title.media-failed": "La caméra et le microphone n’ont pas démarré",
  "problem.media-failed": "Le navigateur n’en donne pas la raison. Réessayez, ou entrez sans eux.",
  "title.insecure-origin": "Cette page n’est pas ouverte de façon sécurisée",
  "problem.insecure-origin":
    "Les navigateurs ne donnent la caméra et le microphone qu’aux pages en https:// ou sur localhost. Ouvrez cette " +
    "page avec https://, ou entrez pour regarder et écouter.",
  "title.no-webrtc": "Ce navigateur ne permet pas les appels vidéo",
  "problem.no-webrtc": "Ouvrez le lien dans une version récente de Firefox, Chrome, Edge ou Safari.",
  "title.invalid-room-name": "Aucun salon ne peut porter ce nom",
  "problem.invalid-room-name": "Un nom de salon se compose de 1 à 64 lettres, chiffres, - et _.",
  "title.room-full": "Ce salon est occupé",
  "problem.room-full":
    "Deux personnes s’y entretiennent. Vous pouvez attendre ici : vous entrerez automatiquement dès que l’une d’elles " +
    "partira.",
  "title.server-unreachable": "Le serveur est injoignable",
  "problem.server-unreachable": "Vérifiez votre réseau. Cette page continue d’essayer.",
  "countdown.seconds": {
    one: "Prochain essai dans {seconds} seconde",
    many: "Prochain essai dans {seconds} secondes",
    other: "Prochain essai dans {seconds} secondes",
  },
  "countdown.now": "Essai en cours…",
  "title.connection-failed": "Pas de connexion avec l’autre personne",
  "problem.connection-failed":
    "Un pare-feu ou un réseau faible fait peut-être obstacle. Cette page continue d’essayer ; un autre réseau peut aider.",
  "problem.connection-failed.no-relay":
    "Aucune voie directe n’a été trouvée, et ce serveur n’a pas de relais (TURN) pour de tels cas ; son exploitant peut " +
    "en ajouter un. Cette page continue d’essayer ; un autre réseau peut aider.",
  "problem.connection-failed.server-away":
    "Ni l’autre personne ni le serveur ne sont joignables : cela vient peut-être de votre réseau. Cette page continue " +
    "d’essayer.",
  "problem.connection-failed.other-away":
    "Le serveur ne joint pas non plus l’autre personne : cela vient peut-être de son réseau. Cette page continue " +
    "d’essayer.",
  "title.moved": "L’appel continue dans un autre onglet ou une autre fenêtre",
  "problem.moved": "Cet onglet a cédé sa place à l’autre. La caméra et le microphone sont éteints ici.",
  "title.hung-up": "Vous avez quitté l’appel",
  "problem.hung-up": "La caméra et le microphone sont éteints.",
  "title.too-many-rooms": "Le serveur est complet",
  "problem.too-many-rooms": "Il n’accepte pas d’autre salon pour le moment. Veuillez réessayer plus tard.",
  "title.too-many-messages": "Le serveur demande un peu de patience",
  "problem.too-many-messages":
    "Il a reçu trop de messages de cette page. Attendez un instant, puis réessayez.",
  "title.message-too-large": "Un message était trop volumineux",
  "problem.message-too-large": "Le serveur ne l’a pas transmis à l’autre personne. Réessayez.",
  "title.server-error": "Le serveur a refusé un message",
  "problem.server-error": "Un incident s’est produit entre cette page et le serveur ({reason}). Réessayez.",

  "stage.own": "Votre propre image",
  "stage.remote": "L’autre personne",
  "stage.no-own-picture": "Vous n’envoyez pas d’image",
  "stage.own-picture-off": "Votre caméra est éteinte",
  "stage.no-remote-picture": "L’autre personne n’envoie pas d’image",

  "action.mute": "Couper le microphone",
  "action.camera-off": "Éteindre la caméra",
  "action.hang-up": "Raccrocher",
  "action.copy-link": "Copier le lien",
  "action.try-again": "Réessayer",
  "action.try-now": "Essayer maintenant",
  "action.join-again": "Revenir dans l’appel",
  "action.join-without": "Entrer sans caméra ni microphone",
  "action.join-microphone": "Entrer avec le microphone seulement",
  "action.join-camera": "Entrer avec la caméra seulement",
  "action.take-back": "Reprendre l’appel ici",
  "action.check-connection": "Vérifier ma connexion",
  "action.settings": "Réglages",
  "action.close": "Fermer",
  "action.leave": "Quitter",
  "action.stop-waiting": "Ne plus attendre",
  "action.other-room": "Choisir un autre salon",
  "action.play-sound": "Activer le son",

  "reconnecting.seconds": {
    one: "depuis {seconds} seconde",
    many: "depuis {seconds} secondes",
    other: "depuis {seconds} secondes",
  },

  "settings.title": "Réglages de cet appel",
  "settings.hide-address": "Masquer mon adresse",
  "settings.hide-address.on":
    "L’image et le son passent par un relais : l’autre personne ne peut pas voir votre adresse réseau.",
  "settings.hide-address.off":
    "Le navigateur de l’autre personne peut voir votre adresse réseau. Une fois masquée, tout passe par un relais.",
  "settings.hide-address.demanded": "Ce serveur masque l’adresse de chacun.",
  "settings.hide-address.impossible":
    "Elle ne peut pas être masquée : ce serveur n’a pas de relais (TURN). L’exploitant du serveur peut en ajouter un.",

  "doctor.title": "Vérifier ma connexion",
  "doctor.intro":
    "Ce test vérifie ce dont un appel a besoin. Il dure quelques secondes et ne dérange aucun appel.",
  "doctor.running": "Test en cours…",
  "doctor.done": "Le test est terminé.",
  "doctor.again": "Tester de nouveau",
  "doctor.devices": "Tester la caméra et le microphone",
  "doctor.copy": "Copier le rapport",
  "doctor.report": "Rapport pour l’exploitant du serveur",
  "doctor.works": "fonctionne",
  "doctor.fails": "ne fonctionne pas",
  "doctor.not-configured": "non configuré",
  "doctor.untested": "n’a pas pu être testé",
  "doctor.pending": "…",
  "doctor.secure-page": "Page sécurisée",
  "doctor.webrtc": "Appels vidéo dans ce navigateur",
  "doctor.devices-check": "Caméra et microphone",
  "doctor.socket": "Connexion au serveur",
  "doctor.stun": "Accès à Internet (STUN, UDP)",
  "doctor.turn-udp": "Relais par UDP",
  "doctor.turn-tcp": "Relais par TCP",
  "doctor.turn-tls": "Relais par TLS",
  "doctor.credentials": "Admission au relais",
  "doctor.secure-page.fails":
    "Ouvrez cette page avec https://. Si cela ne marche pas, l’exploitant du serveur peut y remédier.",
  "doctor.webrtc.fails":
    "Vous pouvez y remédier : utilisez une version récente de Firefox, Chrome, Edge ou Safari et autorisez-y WebRTC.",
  "doctor.devices-check.refused":
    "Vous pouvez y remédier : autorisez la caméra et le microphone à côté de l’adresse de la page ou dans les réglages " +
    "du système.",
  "doctor.devices-check.missing":
    "Vous pouvez y remédier : branchez une caméra ou un microphone. Sans eux, vous pouvez regarder et écouter.",
  "doctor.devices-check.busy": "Vous pouvez y remédier : fermez les autres programmes qui s’en servent.",
  "doctor.devices-check.untested": "Votre navigateur vous demande d’abord : utilisez le bouton ci-dessous.",
  "doctor.devices-check.insecure": "Les navigateurs ne les donnent qu’aux pages sécurisées.",
  "doctor.socket.fails":
    "Vérifiez d’abord votre réseau. Si d’autres pages s’ouvrent, l’administrateur de votre réseau bloque peut-être les " +
    "WebSockets, ou le serveur est arrêté, ce à quoi son exploitant peut remédier.",
  "doctor.stun.fails":
    "UDP ne passe pas. L’administrateur de votre réseau peut l’autoriser ; d’ici là, les appels ont besoin d’un relais " +
    "par TCP ou TLS.",
  "doctor.stun.not-configured":
    "Sans cela, les appels ne marchent qu’au sein d’un même réseau. L’exploitant du serveur peut l’ajouter.",
  "doctor.turn-udp.fails":
    "L’administrateur de votre réseau bloque peut-être UDP, ou le relais est arrêté (exploitant du serveur).",
  "doctor.turn-tcp.fails":
    "L’administrateur de votre réseau le bloque peut-être, ou le relais est arrêté (exploitant du serveur).",
  "doctor.turn-tls.fails":
    "L’administrateur de votre réseau le bloque peut-être, ou le relais est arrêté ou n’a pas de certificat valable " +
    "(exploitant du serveur).",
  "doctor.turn.refused": "Le relais répond, et refuse : voir l’admission ci-dessous.",
  "doctor.turn.not-configured":
    "Nécessaire seulement là où une autre voie est bloquée. L’exploitant du serveur peut l’ajouter.",
  "doctor.credentials.fails":
    "Le relais refuse les invités de ce serveur : l’exploitant du serveur peut corriger son secret ou son horloge.",
  "doctor.credentials.full":
    "Le relais n’accepte plus d’invités pour le moment : l’exploitant du serveur peut relever ses limites.",
  "doctor.no-servers": "Il n’a pas été possible de demander au serveur lesquels utiliser.",
  "doctor.no-webrtc": "Ce navigateur ne peut pas le tester.",

  "controls.label": "Appel",
  "invitation.title": "Invitez l’autre personne",
  "invitation.text":
    "Envoyez ce lien à la personne avec qui vous souhaitez parler. Quiconque l’a peut entrer.",
  "invitation.link": "Lien vers ce salon",

  "landing.intro": "Deux personnes ouvrent le même lien, se voient et s’entendent.",
  "landing.room-name": "Nom du salon",
  "landing.hint":
    "Prenez celui-ci, que personne ne devine, ou saisissez le vôtre. Quiconque connaît le nom peut entrer.",
  "landing.start": "Commencer",
  "landing.another": "Proposer un autre nom",
  "landing.no-account": "Pas de compte, rien à installer.",
  "landing.encrypted": "L’image et le son vont d’un navigateur à l’autre, chiffrés.",
  "landing.invalid":
    "Un nom de salon se compose de 1 à 64 lettres et chiffres de toute écriture, - et _, sans espace.",

  "room.heading": "Appel vidéo",
  "not-found.title": "Il n’y a rien à cette adresse",
  "not-found.text":
    "Un lien vers un salon se termine par le nom du salon. Une partie du vôtre s’est peut-être perdue.",
  "action.choose-name": "Choisir un nom de salon",

  "language.label": "Langue",
  "language.hint": "La page est rechargée dans cette langue ; un appel revient de lui-même.",
};

export default texts;

/** @type {import("./en.js").Texts} */
const texts = {
  "title.room": "{room} – Video Chat Room",

  "status.preparing": "Bitte erlauben Sie Kamera und Mikrofon.",
  "status.joining": "Sie treten dem Raum bei …",
  "status.waiting": "Sie sind allein hier und warten auf die andere Person.",
  "status.waiting.left": "Die andere Person ist gegangen. Vielleicht kommt noch jemand.",
  "status.waiting.connection-lost": "Die Verbindung der anderen Person ist abgerissen. Sie warten auf ihre Rückkehr.",
  "status.waiting.removed":
    "Der Server hat die Verbindung der anderen Person beendet. Sie warten auf ihre Rückkehr.",
  "status.connecting": "Die andere Person ist da. Verbindung wird aufgebaut …",
  "status.connected": "Verbunden",
  "status.connected.direct": "Direkt verbunden",
  "status.connected.relayed": "Über ein Relay verbunden",
  "status.connected.weak": "Verbunden, aber die Verbindung ist schwach",
  "status.reconnecting": "Die Verbindung zur anderen Person wird wiederhergestellt …",
  "status.room-full": "Sie warten auf einen freien Platz.",
  "status.server-unreachable": "Der Server wird gesucht …",
  "status.connection-failed": "Die Verbindung wird weiter versucht …",
  "status.moved": "Das Gespräch geht in einem anderen Tab oder Fenster weiter.",
  "status.hung-up": "Sie haben das Gespräch verlassen.",
  "status.blocked": "Das Gespräch kann noch nicht beginnen.",

  "note.camera-missing": "Keine Kamera gefunden: Die andere Person hört Sie nur.",
  "note.microphone-missing": "Kein Mikrofon gefunden: Die andere Person sieht Sie nur.",
  "note.no-devices": "Weder Kamera noch Mikrofon gefunden: Sie können zusehen und zuhören.",
  "note.server-away": "Der Server ist nicht erreichbar; das Gespräch geht ohne ihn weiter.",
  "note.other-away": "Der Kontakt der anderen Person zum Server ist unterbrochen; das Gespräch geht weiter.",
  "note.hiding-denied": "Ihre Adresse ist nicht verborgen: Dieser Server hat kein Relay.",
  "note.report-copied": "Der Bericht ist kopiert.",
  "note.report-not-copied":
    "Der Browser hat das Kopieren nicht erlaubt. Bitte markieren und kopieren Sie den Bericht selbst.",
  "note.link-copied": "Der Link ist kopiert.",
  "note.link-not-copied": "Der Browser hat das Kopieren nicht erlaubt. Bitte markieren und kopieren Sie den Link selbst.",

  "title.permission-refused": "Kamera und Mikrofon sind nicht erlaubt",
  "problem.permission-refused":
    "Ihr Browser oder Ihr System gibt sie für diese Seite nicht frei. Erlauben Sie beides neben der Adresse der Seite " +
    "oder in den Einstellungen des Systems und versuchen Sie es dann erneut.",
  "title.device-busy": "Kamera oder Mikrofon ist belegt",
  "problem.device-busy":
    "Vielleicht benutzt ein anderes Programm das Gerät. Schließen Sie dieses Programm und versuchen Sie es dann erneut.",
  "title.media-failed": "Kamera und Mikrofon sind nicht gestartet",
  "problem.media-failed":
    "Der Browser nennt keinen Grund. Versuchen Sie es erneut, oder treten Sie ohne Kamera und Mikrofon bei.",
  "title.insecure-origin": "Diese Seite ist nicht sicher geöffnet",
  "problem.insecure-origin":
    "Kamera und Mikrofon geben Browser nur Seiten mit https:// oder auf localhost. Öffnen Sie diese Seite mit " +
    "https://, oder treten Sie bei, um zuzusehen und zuzuhören.",
  "title.no-webrtc": "Dieser Browser kann keine Videogespräche führen",
  "problem.no-webrtc": "Öffnen Sie den Link in einem aktuellen Firefox, Chrome, Edge oder Safari.",
  "title.invalid-room-name": "So kann kein Raum heißen",
  "problem.invalid-room-name": "Ein Raumname besteht aus 1 bis 64 Buchstaben, Ziffern, - und _.",
  "title.room-full": "Dieser Raum ist besetzt",
  "problem.room-full":
    "Zwei Personen unterhalten sich darin. Sie können hier warten: Sobald eine von ihnen geht, kommen Sie von selbst " +
    "hinein.",
  "title.server-unreachable": "Der Server ist nicht erreichbar",
  "problem.server-unreachable": "Prüfen Sie Ihr Netz. Diese Seite versucht es weiter.",
  "countdown.seconds": {
    one: "Nächster Versuch in {seconds} Sekunde",
    other: "Nächster Versuch in {seconds} Sekunden",
  },
  "countdown.now": "Es wird gerade versucht …",
  "title.connection-failed": "Keine Verbindung zur anderen Person",
  "problem.connection-failed":
    "Eine Firewall oder ein schwaches Netz steht vielleicht im Weg. Diese Seite versucht es weiter; ein anderes Netz " +
    "kann helfen.",
  "problem.connection-failed.no-relay":
    "Ein direkter Weg wurde nicht gefunden, und dieser Server hat für solche Fälle kein Relay (TURN); der Betreiber " +
    "kann eines einrichten. Diese Seite versucht es weiter; ein anderes Netz kann helfen.",
  "problem.connection-failed.server-away":
    "Weder die andere Person noch der Server ist erreichbar: Es liegt vielleicht an Ihrem Netz. Diese Seite versucht " +
    "es weiter.",
  "problem.connection-failed.other-away":
    "Auch der Server erreicht die andere Person nicht: Es liegt vielleicht an deren Netz. Diese Seite versucht es " +
    "weiter.",
  "title.moved": "Das Gespräch geht in einem anderen Tab oder Fenster weiter",
  "problem.moved": "Dieser Tab hat seinen Platz abgegeben. Kamera und Mikrofon sind hier aus.",
  "title.hung-up": "Sie haben das Gespräch verlassen",
  "problem.hung-up": "Kamera und Mikrofon sind aus.",
  "title.too-many-rooms": "Der Server ist voll",
  "problem.too-many-rooms": "Er nimmt zurzeit keine weiteren Räume an. Versuchen Sie es bitte später noch einmal.",
  "title.too-many-messages": "Der Server bittet um etwas Geduld",
  "problem.too-many-messages":
    "Diese Seite hat ihm zu viele Nachrichten geschickt. Warten Sie einen Augenblick und versuchen Sie es dann erneut.",
  "title.message-too-large": "Eine Nachricht war zu groß",
  "problem.message-too-large": "Der Server hat sie nicht an die andere Person weitergegeben. Versuchen Sie es erneut.",
  "title.server-error": "Der Server hat eine Nachricht abgelehnt",
  "problem.server-error":
    "Zwischen dieser Seite und dem Server ist etwas schiefgegangen ({reason}). Versuchen Sie es erneut.",

  "stage.own": "Ihr eigenes Bild",
  "stage.remote": "Die andere Person",
  "stage.no-own-picture": "Sie senden kein Bild",
  "stage.own-picture-off": "Ihre Kamera ist aus",
  "stage.no-remote-picture": "Die andere Person sendet kein Bild",

  "action.mute": "Mikrofon stummschalten",
  "action.camera-off": "Kamera ausschalten",
  "action.hang-up": "Auflegen",
  "action.copy-link": "Link kopieren",
  "action.try-again": "Erneut versuchen",
  "action.try-now": "Jetzt versuchen",
  "action.join-again": "Wieder beitreten",
  "action.join-without": "Ohne Kamera und Mikrofon beitreten",
  "action.join-microphone": "Nur mit Mikrofon beitreten",
  "action.join-camera": "Nur mit Kamera beitreten",
  "action.take-back": "Gespräch hierher zurückholen",
  "action.check-connection": "Meine Verbindung prüfen",
  "action.settings": "Einstellungen",
  "action.close": "Schließen",
  "action.leave": "Verlassen",
  "action.stop-waiting": "Nicht länger warten",
  "action.other-room": "Anderen Raum wählen",
  "action.play-sound": "Ton einschalten",

  "reconnecting.seconds": { one: "seit {seconds} Sekunde", other: "seit {seconds} Sekunden" },

  "settings.title": "Einstellungen für dieses Gespräch",
  "settings.hide-address": "Meine Adresse verbergen",
  "settings.hide-address.on":
    "Bild und Ton nehmen den Weg über ein Relay, sodass die andere Person Ihre Netzadresse nicht sehen kann.",
  "settings.hide-address.off":
    "Der Browser der anderen Person kann Ihre Netzadresse sehen. Ist sie verborgen, geht alles über ein Relay.",
  "settings.hide-address.demanded": "Dieser Server verbirgt die Adressen aller.",
  "settings.hide-address.impossible":
    "Sie lässt sich nicht verbergen: Dieser Server hat kein Relay (TURN). Der Betreiber des Servers kann eines einrichten.",

  "doctor.title": "Meine Verbindung prüfen",
  "doctor.intro": "Geprüft wird, was ein Gespräch braucht. Das dauert einige Sekunden und stört kein Gespräch.",
  "doctor.running": "Die Prüfung läuft …",
  "doctor.done": "Die Prüfung ist fertig.",
  "doctor.again": "Erneut prüfen",
  "doctor.devices": "Kamera und Mikrofon prüfen",
  "doctor.copy": "Bericht kopieren",
  "doctor.report": "Bericht für den Betreiber des Servers",
  "doctor.works": "funktioniert",
  "doctor.fails": "funktioniert nicht",
  "doctor.not-configured": "nicht eingerichtet",
  "doctor.untested": "war nicht zu prüfen",
  "doctor.pending": "…",
  "doctor.secure-page": "Sichere Seite",
  "doctor.webrtc": "Videogespräche in diesem Browser",
  "doctor.devices-check": "Kamera und Mikrofon",
  "doctor.socket": "Verbindung zum Server",
  "doctor.stun": "Weg ins Internet (STUN, UDP)",
  "doctor.turn-udp": "Relay über UDP",
  "doctor.turn-tcp": "Relay über TCP",
  "doctor.turn-tls": "Relay über TLS",
  "doctor.credentials": "Zulassung beim Relay",
  "doctor.secure-page.fails":
    "Öffnen Sie diese Seite mit https://. Geht das nicht, kann der Betreiber des Servers es beheben.",
  "doctor.webrtc.fails":
    "Sie können es beheben: Nehmen Sie einen aktuellen Firefox, Chrome, Edge oder Safari und erlauben Sie dort WebRTC.",
  "doctor.devices-check.refused":
    "Sie können es beheben: Erlauben Sie Kamera und Mikrofon neben der Adresse der Seite oder in den Einstellungen des " +
    "Systems.",
  "doctor.devices-check.missing":
    "Sie können es beheben: Schließen Sie eine Kamera oder ein Mikrofon an. Ohne können Sie zusehen und zuhören.",
  "doctor.devices-check.busy": "Sie können es beheben: Schließen Sie andere Programme, die sie benutzen.",
  "doctor.devices-check.untested": "Ihr Browser fragt Sie vorher: Benutzen Sie den Knopf unten.",
  "doctor.devices-check.insecure": "Browser geben sie nur sicheren Seiten.",
  "doctor.socket.fails":
    "Prüfen Sie zuerst Ihr Netz. Wenn andere Seiten sich öffnen, sperrt vielleicht die Verwaltung Ihres Netzes " +
    "WebSockets, oder der Server läuft nicht, was der Betreiber beheben kann.",
  "doctor.stun.fails":
    "UDP kommt nicht durch. Die Verwaltung Ihres Netzes kann es erlauben; bis dahin brauchen Gespräche ein Relay über " +
    "TCP oder TLS.",
  "doctor.stun.not-configured":
    "Ohne gehen Gespräche nur innerhalb eines Netzes. Der Betreiber des Servers kann es einrichten.",
  "doctor.turn-udp.fails":
    "Vielleicht sperrt die Verwaltung Ihres Netzes UDP, oder das Relay läuft nicht (Betreiber des Servers).",
  "doctor.turn-tcp.fails":
    "Vielleicht sperrt es die Verwaltung Ihres Netzes, oder das Relay läuft nicht (Betreiber des Servers).",
  "doctor.turn-tls.fails":
    "Vielleicht sperrt es die Verwaltung Ihres Netzes, oder das Relay läuft nicht oder hat kein gültiges Zertifikat " +
    "(Betreiber des Servers).",
  "doctor.turn.refused": "Das Relay antwortet und lehnt ab: siehe Zulassung unten.",
  "doctor.turn.not-configured":
    "Nur nötig, wo ein anderer Weg gesperrt ist. Der Betreiber des Servers kann es einrichten.",
  "doctor.credentials.fails":
    "Das Relay lehnt die Gäste dieses Servers ab: Der Betreiber des Servers kann Geheimnis oder Uhr in Ordnung bringen.",
  "doctor.credentials.full":
    "Das Relay nimmt zurzeit keine weiteren Gäste: Der Betreiber des Servers kann seine Grenzen anheben.",
  "doctor.no-servers": "Der Server war nicht zu fragen, welche zu benutzen sind.",
  "doctor.no-webrtc": "Dieser Browser kann es nicht prüfen.",

  "controls.label": "Gespräch",
  "invitation.title": "Laden Sie die andere Person ein",
  "invitation.text":
    "Schicken Sie diesen Link der Person, mit der Sie sprechen möchten. Wer ihn hat, kann hereinkommen.",
  "invitation.link": "Link zu diesem Raum",

  "landing.intro": "Zwei Menschen öffnen denselben Link, und sehen und hören einander.",
  "landing.room-name": "Raumname",
  "landing.hint":
    "Nehmen Sie diesen, den niemand errät, oder denken Sie sich einen aus. Wer den Namen kennt, kann hereinkommen.",
  "landing.start": "Los geht’s",
  "landing.another": "Anderen Namen vorschlagen",
  "landing.no-account": "Kein Konto, nichts zu installieren.",
  "landing.encrypted": "Bild und Ton gehen verschlüsselt von Browser zu Browser.",
  "landing.invalid":
    "Ein Raumname besteht aus 1 bis 64 Buchstaben und Ziffern beliebiger Schriften, - und _, ohne Leerzeichen.",

  "room.heading": "Videogespräch",
  "not-found.title": "Unter dieser Adresse gibt es nichts",
  "not-found.text":
    "Ein Link zu einem Raum endet mit dem Namen des Raums. Vielleicht ist ein Teil Ihres Links verloren gegangen.",
  "action.choose-name": "Raumnamen wählen",

  "language.label": "Sprache",
  "language.hint": "Die Seite wird in ihr neu geladen; ein Gespräch kommt von selbst wieder.",
};

export default texts;

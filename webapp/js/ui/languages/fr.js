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

  "status.lobby": "Vous n’êtes pas encore dans l’appel.",
  "status.lobby.empty": "Il n’y a encore personne dans ce salon.",
  "status.lobby.waiting": "Quelqu’un vous attend.",
  "status.lobby.full": "Deux personnes sont déjà dans ce salon.",
  "lobby.title": "Entrer dans « {room} »",
  "lobby.state.unknown": "Nous regardons si quelqu’un est là…",
  "lobby.state.empty": "Il n’y a encore personne : vous arriverez en premier.",
  "lobby.state.waiting": "Quelqu’un vous attend.",
  "lobby.state.full": "Deux personnes s’y entretiennent. Vous pouvez attendre une place.",
  "lobby.name": "Votre nom",
  "lobby.name-hint": "Seule l’autre personne le voit. Il est facultatif.",
  "lobby.straight-in": "Entrer directement la prochaine fois",
  "lobby.level": "Votre microphone",
  "lobby.no-microphone": "Aucun microphone n’est utilisé.",
  "lobby.devices": "Caméra, microphone, haut-parleur",
  "level.label": "Volume de votre microphone",
  "action.join": "Entrer",
  "devices.camera": "Caméra",
  "devices.microphone": "Microphone",
  "devices.speaker": "Haut-parleur",
  "devices.camera.nth": "Caméra {number}",
  "devices.microphone.nth": "Microphone {number}",
  "devices.speaker.nth": "Haut-parleur {number}",
  "devices.default": "Au choix du système",
  "devices.none": "Rien trouvé",
  "devices.test-speaker": "Jouer un son d’essai",
  "note.device-replaced": "Utilisé à présent : {label}",
  "note.device-added": "Branché : {label}. Vous pouvez le choisir dans les réglages.",
  "note.device-failed": "{label} est inutilisable. Il est peut-être déjà utilisé.",
  "note.device-unnamed": "un autre appareil",
  "stage.you": "Vous",
  "stage.muted": "Microphone coupé :",
  "stage.remote-picture-off": "La caméra est éteinte",
  "stage.move-hint": "Les touches fléchées la déplacent dans un autre coin.",
  "note.muted-talk": "Votre microphone est coupé : personne ne vous entend.",
  "note.sharing": "L’autre personne voit votre écran.",
  "note.other-shares": "{name} partage un écran.",
  "note.other-shares-no-more": "{name} ne partage plus d’écran.",
  "note.other-muted": "{name} a coupé le microphone.",
  "note.other-unmuted": "On entend de nouveau {name}.",
  "note.other-camera-off": "{name} a éteint la caméra.",
  "note.other-camera-on": "{name} a allumé la caméra.",
  "action.share-screen": "Partager l’écran",
  "action.more": "Plus",
  "action.flip-camera": "Changer de caméra",
  "action.swap-pictures": "Échanger les deux images",
  "action.move-picture": "Déplacer la petite image",
  "action.picture-in-picture": "Image dans l’image",
  "action.full-screen": "Plein écran",
  "action.shortcuts": "Raccourcis clavier",
  "note.sharing-ended": "Votre écran n’est plus partagé.",
  "note.no-picture-in-picture": "Le navigateur n’a pas permis de fenêtre séparée.",
  "shortcuts.title": "Raccourcis clavier",
  "shortcuts.on": "Utiliser les raccourcis clavier",
  "shortcuts.hint": "Ils ne font rien pendant que vous écrivez dans un champ.",
  "shortcuts.space": "Espace",
  "shortcuts.push-to-talk": "Microphone coupé : parler tant qu’elle est enfoncée",
  "shortcuts.microphone": "Microphone coupé ou actif",
  "shortcuts.camera": "Caméra éteinte ou allumée",
  "shortcuts.help": "Afficher cette liste",

  "action.chat": "Discussion",
  "chat.title": "Discussion",
  "chat.close": "Fermer la discussion",
  "chat.log": "Messages",
  "chat.empty":
    "Ce que vous écrivez et envoyez ici va directement au navigateur de l’autre personne, et reste dans cet onglet " +
    "jusqu’à ce que vous raccrochiez.",
  "chat.write": "Écrire un message",
  "chat.send": "Envoyer",
  "chat.attach": "Envoyer des fichiers",
  "chat.drop": "Déposer pour envoyer",
  "chat.you": "Vous :",
  "chat.other": "L’autre personne :",
  "chat.unread": {
    one: "Discussion, {count} non lu",
    many: "Discussion, {count} non lus",
    other: "Discussion, {count} non lus",
  },
  "chat.arrived": "L’autre personne écrit : {line}",
  "chat.file-arrived": "L’autre personne envoie {name}",
  "chat.waiting": "en attente",
  "chat.delivered": "remis",
  "chat.lost": "non remis",
  "chat.divider": "Quelqu’un d’autre est peut-être ici maintenant. Cette personne ne voit pas ce qui a été écrit avant.",
  "chat.nobody": "Vous pourrez écrire dès que l’autre personne sera là.",
  "chat.connecting": "Connexion de la discussion…",
  "chat.away": "L’autre personne est absente. Elle recevra ce que vous écrivez à son retour.",
  "chat.foreign":
    "Le programme de l’autre personne n’a pas de discussion. Elle est là quand vous ouvrez tous deux ce salon dans un " +
    "navigateur.",
  "chat.broken": "La discussion a été fermée : ce qui venait de l’autre côté n’était pas digne de confiance.",
  "chat.not-sent": "Ce fichier ne peut pas être envoyé maintenant.",
  "chat.other-file":
    "C’est un autre fichier, ou il a été modifié. Choisissez celui que vous étiez en train d’envoyer.",

  "file.progress": "Progression de {name}",
  "file.accept": "Accepter",
  "file.accept.label": "Accepter {name}",
  "file.decline": "Refuser",
  "file.decline.label": "Refuser {name}",
  "file.cancel": "Annuler",
  "file.cancel.label": "Annuler {name}",
  "file.save": "Enregistrer",
  "file.save.label": "Enregistrer {name}",
  "file.choose": "Choisir de nouveau",
  "file.choose.label": "Choisir {name} de nouveau",
  "file.offered.mine": "{size} · en attente de l’autre personne",
  "file.offered.theirs": "{size}",
  "file.running": "{done} sur {size}",
  "file.missing": "{done} sur {size} · cette page a été rechargée : choisissez de nouveau le fichier pour continuer",
  "file.complete.mine": "{size} · arrivé, somme de contrôle correcte",
  "file.complete.theirs": "{size} · reçu, somme de contrôle correcte",
  "file.declined.mine": "L’autre personne n’en veut pas.",
  "file.declined.theirs": "Vous l’avez refusé.",
  "file.canceled": "Annulé",
  "file.changed": "Le fichier a été modifié en cours de route. Envoyez-le de nouveau.",
  "file.no-room.mine": "L’appareil de l’autre personne n’a pas de place pour lui.",
  "file.no-room.theirs": "Il n’y a pas de place pour lui sur cet appareil ({size}).",
  "file.checksum": "Ce qui est arrivé n’est pas ce qui a été envoyé. Envoyez-le de nouveau.",
  "file.unreadable.mine": "Le fichier n’est plus lisible ici. A-t-il été déplacé ou modifié ?",
  "file.unreadable.theirs": "L’appareil de l’autre personne ne peut plus le lire.",
  "file.gone": "L’autre personne est partie avant son arrivée.",
};

export default texts;

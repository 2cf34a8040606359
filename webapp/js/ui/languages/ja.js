/** @type {import("./en.js").Texts} */
const texts = {
  "title.room": "{room} – Video Chat Room",

  "status.preparing": "カメラとマイクの使用を許可してください。",
  "status.joining": "ルームに入っています…",
  "status.waiting": "まだお一人です。お相手を待っています。",
  "status.waiting.left": "お相手は退出しました。どなたかが来るのを待っています。",
  "status.waiting.connection-lost": "お相手の接続が切れました。お戻りを待っています。",
  "status.waiting.removed": "サーバーがお相手の接続を終了しました。お戻りを待っています。",
  "status.connecting": "お相手が来ました。接続しています…",
  "status.connected": "接続しました",
  "status.connected.direct": "直接つながっています",
  "status.connected.relayed": "中継サーバー経由でつながっています",
  "status.connected.weak": "つながっていますが、接続が不安定です",
  "status.reconnecting": "お相手に再接続しています…",
  "status.room-full": "空きが出るのを待っています。",
  "status.server-unreachable": "サーバーへの接続を試みています…",
  "status.connection-failed": "引き続き接続を試みています…",
  "status.moved": "通話は別のタブまたはウィンドウで続いています。",
  "status.hung-up": "通話から退出しました。",
  "status.blocked": "まだ通話を始められません。",

  "note.camera-missing": "カメラが見つかりません。お相手には声だけが届きます。",
  "note.microphone-missing": "マイクが見つかりません。お相手には映像だけが届きます。",
  "note.no-devices": "カメラもマイクも見つかりません。視聴のみできます。",
  "note.server-away": "サーバーに接続できませんが、通話は続いています。",
  "note.other-away": "お相手とサーバーの接続が途切れていますが、通話は続いています。",
  "note.hiding-denied": "このサーバーには中継サーバーがないため、アドレスは隠されていません。",
  "note.report-copied": "レポートをコピーしました。",
  "note.report-not-copied": "ブラウザーがコピーを許可しませんでした。レポートを選択してコピーしてください。",
  "note.link-copied": "リンクをコピーしました。",
  "note.link-not-copied": "ブラウザーがコピーを許可しませんでした。リンクを選択してコピーしてください。",

  "title.permission-refused": "カメラとマイクが許可されていません",
  "problem.permission-refused":
    "ブラウザーまたはシステムが、このページでの使用を許可していません。アドレスバーの横かシステムの設定で両方を許可してから、" +
    "もう一度お試しください。",
  "title.device-busy": "カメラまたはマイクが使用中です",
  "problem.device-busy": "ほかのプログラムが使用している可能性があります。そのプログラムを終了してから、もう一度お試しください。",
  "title.media-failed": "カメラとマイクを開始できませんでした",
  "problem.media-failed": "ブラウザーから理由が示されませんでした。もう一度試すか、カメラとマイクなしで参加してください。",
  "title.insecure-origin": "このページは安全に開かれていません",
  "problem.insecure-origin":
    "ブラウザーは、https:// または localhost で開いたページにだけカメラとマイクの使用を認めます。https:// で開き直すか、" +
    "視聴のみで参加してください。",
  "title.no-webrtc": "このブラウザーではビデオ通話ができません",
  "problem.no-webrtc": "最新の Firefox、Chrome、Edge、Safari のいずれかでリンクを開いてください。",
  "title.invalid-room-name": "この名前のルームは作れません",
  "problem.invalid-room-name": "ルーム名に使えるのは、文字、数字、-、_ で、長さは 1 から 64 文字です。",
  "title.room-full": "このルームは使用中です",
  "problem.room-full": "お二人が通話中です。このままお待ちいただくと、どちらかが退出ししだい自動的に入室できます。",
  "title.server-unreachable": "サーバーに接続できません",
  "problem.server-unreachable": "ネットワークをご確認ください。このページは接続を試み続けます。",
  "countdown.seconds": { other: "{seconds} 秒後に再試行します" },
  "countdown.now": "試行しています…",
  "title.connection-failed": "お相手に接続できません",
  "problem.connection-failed":
    "ファイアウォールや不安定なネットワークが原因かもしれません。このページは接続を試み続けます。" +
    "別のネットワークではつながることがあります。",
  "problem.connection-failed.no-relay":
    "直接つながる経路が見つからず、このサーバーにはそのための中継サーバー（TURN）がありません。サーバーの管理者が追加できます。" +
    "このページは接続を試み続けます。別のネットワークではつながることがあります。",
  "problem.connection-failed.server-away":
    "お相手にもサーバーにも接続できません。お使いのネットワークが原因かもしれません。このページは接続を試み続けます。",
  "problem.connection-failed.other-away":
    "サーバーもお相手に接続できません。お相手のネットワークが原因かもしれません。このページは接続を試み続けます。",
  "title.moved": "通話は別のタブまたはウィンドウで続いています",
  "problem.moved": "このタブは別のタブに席を譲りました。ここではカメラとマイクはオフです。",
  "title.hung-up": "通話から退出しました",
  "problem.hung-up": "カメラとマイクはオフです。",
  "title.too-many-rooms": "サーバーが満員です",
  "problem.too-many-rooms": "現在、新しいルームを受け付けていません。しばらくしてからもう一度お試しください。",
  "title.too-many-messages": "サーバーが混み合っています",
  "problem.too-many-messages": "このページからのメッセージが多すぎました。少し待ってから、もう一度お試しください。",
  "title.message-too-large": "メッセージが大きすぎました",
  "problem.message-too-large": "サーバーはお相手に届けませんでした。もう一度お試しください。",
  "title.server-error": "サーバーがメッセージを拒否しました",
  "problem.server-error": "このページとサーバーの間で問題が起きました（{reason}）。もう一度お試しください。",

  "stage.own": "自分の映像",
  "stage.remote": "お相手",
  "stage.no-own-picture": "映像を送っていません",
  "stage.own-picture-off": "カメラはオフです",
  "stage.no-remote-picture": "お相手は映像を送っていません",

  "action.mute": "マイクをミュート",
  "action.camera-off": "カメラをオフにする",
  "action.hang-up": "通話を終了",
  "action.copy-link": "リンクをコピー",
  "action.try-again": "もう一度試す",
  "action.try-now": "今すぐ試す",
  "action.join-again": "もう一度参加する",
  "action.join-without": "カメラとマイクなしで参加",
  "action.join-microphone": "マイクのみで参加",
  "action.join-camera": "カメラのみで参加",
  "action.take-back": "通話をこちらに戻す",
  "action.check-connection": "接続を確認する",
  "action.settings": "設定",
  "action.close": "閉じる",
  "action.leave": "退出する",
  "action.stop-waiting": "待つのをやめる",
  "action.other-room": "別のルームを選ぶ",
  "action.play-sound": "音声を再生",

  "reconnecting.seconds": { other: "（{seconds} 秒経過）" },

  "settings.title": "この通話の設定",
  "settings.hide-address": "自分のアドレスを隠す",
  "settings.hide-address.on": "映像と音声は中継サーバーを経由するため、お相手にはあなたのネットワークアドレスが見えません。",
  "settings.hide-address.off":
    "お相手のブラウザーから、あなたのネットワークアドレスが見えます。隠すと、すべてが中継サーバーを経由します。",
  "settings.hide-address.demanded": "このサーバーは全員のアドレスを隠します。",
  "settings.hide-address.impossible":
    "このサーバーには中継サーバー（TURN）がないため、隠せません。サーバーの管理者が追加できます。",

  "doctor.title": "接続を確認する",
  "doctor.intro": "通話に必要なものを確認します。数秒かかりますが、通話の妨げにはなりません。",
  "doctor.running": "確認しています…",
  "doctor.done": "確認が終わりました。",
  "doctor.again": "もう一度確認する",
  "doctor.devices": "カメラとマイクを確認",
  "doctor.copy": "レポートをコピー",
  "doctor.report": "サーバー管理者へのレポート",
  "doctor.works": "正常",
  "doctor.fails": "異常",
  "doctor.not-configured": "未設定",
  "doctor.untested": "確認できませんでした",
  "doctor.pending": "…",
  "doctor.secure-page": "安全なページ",
  "doctor.webrtc": "このブラウザーでのビデオ通話",
  "doctor.devices-check": "カメラとマイク",
  "doctor.socket": "サーバーへの接続",
  "doctor.stun": "インターネットへの経路（STUN、UDP）",
  "doctor.turn-udp": "UDP による中継",
  "doctor.turn-tcp": "TCP による中継",
  "doctor.turn-tls": "TLS による中継",
  "doctor.credentials": "中継サーバーの利用許可",
  "doctor.secure-page.fails": "https:// で開いてください。それでもうまくいかない場合は、サーバーの管理者が対処できます。",
  "doctor.webrtc.fails":
    "ご自身で対処できます。最新の Firefox、Chrome、Edge、Safari のいずれかを使い、WebRTC を許可してください。",
  "doctor.devices-check.refused":
    "ご自身で対処できます。アドレスバーの横かシステムの設定で、カメラとマイクを許可してください。",
  "doctor.devices-check.missing": "ご自身で対処できます。カメラかマイクを接続してください。なくても視聴はできます。",
  "doctor.devices-check.busy": "ご自身で対処できます。使用中のほかのプログラムを終了してください。",
  "doctor.devices-check.untested": "ブラウザーが事前に確認を求めます。下のボタンをお使いください。",
  "doctor.devices-check.insecure": "ブラウザーは安全なページにだけ使用を認めます。",
  "doctor.socket.fails":
    "まずネットワークをご確認ください。ほかのページが開く場合は、ネットワークの管理者が WebSocket を遮断しているか、" +
    "サーバーが停止している可能性があります。後者はサーバーの管理者が対処できます。",
  "doctor.stun.fails":
    "UDP が通りません。ネットワークの管理者が許可できます。それまでは、TCP か TLS による中継が通話に必要です。",
  "doctor.stun.not-configured": "これがないと、同じネットワーク内でしか通話できません。サーバーの管理者が追加できます。",
  "doctor.turn-udp.fails":
    "ネットワークの管理者が UDP を遮断しているか、中継サーバーが停止している可能性があります（サーバーの管理者）。",
  "doctor.turn-tcp.fails":
    "ネットワークの管理者が遮断しているか、中継サーバーが停止している可能性があります（サーバーの管理者）。",
  "doctor.turn-tls.fails":
    "ネットワークの管理者が遮断しているか、中継サーバーが停止しているか、証明書が無効である可能性があります（サーバーの管理者）。",
  "doctor.turn.refused": "中継サーバーは応答しましたが、拒否しました。下の利用許可をご覧ください。",
  "doctor.turn.not-configured": "ほかの経路が遮断されている場合にのみ必要です。サーバーの管理者が追加できます。",
  "doctor.credentials.fails":
    "中継サーバーがこのサーバーの利用者を拒否しています。サーバーの管理者が秘密鍵か時計を直せます。",
  "doctor.credentials.full":
    "中継サーバーは現在これ以上受け付けていません。サーバーの管理者が上限を引き上げられます。",
  "doctor.no-servers": "どのサーバーを使うべきか、問い合わせできませんでした。",
  "doctor.no-webrtc": "このブラウザーでは確認できません。",

  "controls.label": "通話",
  "invitation.title": "お相手を招待する",
  "invitation.text": "話したい方にこのリンクを送ってください。リンクを知っている人は誰でも入れます。",
  "invitation.link": "このルームへのリンク",

  "landing.intro": "同じリンクを開いた二人が、顔を見て話せます。",
  "landing.room-name": "ルーム名",
  "landing.hint": "推測されにくいこの名前を使うか、ご自分で入力してください。名前を知っている人は誰でも入れます。",
  "landing.start": "始める",
  "landing.another": "別の名前を提案",
  "landing.no-account": "アカウントもインストールも不要です。",
  "landing.encrypted": "映像と音声は、暗号化されてブラウザーからブラウザーへ届きます。",
  "landing.invalid": "ルーム名に使えるのは、あらゆる言語の文字と数字、-、_ で、1 から 64 文字、空白は使えません。",

  "room.heading": "ビデオ通話",
  "not-found.title": "このアドレスには何もありません",
  "not-found.text": "ルームへのリンクはルーム名で終わります。リンクの一部が欠けているのかもしれません。",
  "action.choose-name": "ルーム名を選ぶ",

  "language.label": "言語",
  "language.hint": "選んだ言語でページを読み込み直します。通話は自動的に再開されます。",
};

export default texts;

const parameters = new URLSearchParams(location.search);
const roomName = parameters.get("room");
const main = document.querySelector("main");
const connection = new RTCPeerConnection({ iceServers: [] });

const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
document.getElementById("own-video").srcObject = stream;
stream.getTracks().forEach((track) => connection.addTrack(track, stream));

const socket = new WebSocket(parameters.get("server"));
const send = (event, data) => socket.send(JSON.stringify({ event, data }));

const handlers = {
  too_many_people: () => (main.dataset.callState = "room-full"),
  another_person_ready: async () => {
    const offer = await connection.createOffer();
    await connection.setLocalDescription(offer);
    send("send_connection_offer", { offer, roomName });
  },
  send_connection_offer: async ({ offer }) => {
    await connection.setRemoteDescription(offer);
    const answer = await connection.createAnswer();
    await connection.setLocalDescription(answer);
    send("answer", { answer, roomName });
  },
  answer: ({ answer }) => connection.setRemoteDescription(answer),
  send_candidate: ({ candidate }) => connection.addIceCandidate(candidate),
};

connection.addEventListener("icecandidate", ({ candidate }) => send("send_candidate", { candidate, roomName }));
connection.addEventListener("track", ({ streams }) => {
  document.getElementById("remote-video").srcObject = streams[0];
});
connection.addEventListener("connectionstatechange", () => {
  main.dataset.callState = connection.connectionState;
});
socket.addEventListener("open", () => {
  main.dataset.callState = "waiting";
  send("join_room", roomName);
});
socket.addEventListener("message", ({ data }) => {
  const message = JSON.parse(data);
  handlers[message.event]?.(message.data);
});

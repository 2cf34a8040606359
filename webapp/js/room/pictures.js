/** @typedef {import("./call-state.js").CallState} CallState */

/**
 * @param {Pick<CallState, "camera" | "sharing" | "keptBudget">} state
 * @returns {boolean} Whether the local video is sent at this moment.
 */
export function isOwnPictureSent({ camera, sharing, keptBudget }) {
  return keptBudget !== "sound" && (sharing || camera === "on");
}

/**
 * @param {Pick<CallState, "phase" | "remotePicture" | "other" | "keptBudget">} state
 * @returns {boolean} Whether there is a picture of the peer at this moment: the last one of a camera that is off is none.
 */
export function isPeerPictureThere({ phase, remotePicture, other, keptBudget }) {
  const isSent = other === null || other.sharing || other.camera === "on";
  return phase === "connected" && keptBudget !== "sound" && remotePicture && isSent;
}

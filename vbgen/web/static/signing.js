// Hands a file to the signing tool on this computer, and waits until the tool has brought it back to the desk.
"use strict";

const toolForm = document.getElementById("tool-form");
const toolState = document.getElementById("tool-state");

function toldByTool(text) {
  try { return JSON.parse(text); } catch { return { Status: -1, Message: "" }; }
}

function callTool(asked) {
  const socket = new WebSocket(asked.call);
  let isHeard = false;
  socket.addEventListener("open", () => {
    toolState.textContent = toolForm.dataset.waiting;
    socket.send(JSON.stringify(asked.message));
  });
  socket.addEventListener("message", (event) => {
    isHeard = true;
    socket.close();
    const told = toldByTool(event.data);
    if (told.Status === 0) {
      location.assign(asked.onward);
    } else {
      toolState.textContent = `${toolForm.dataset.failed} ${told.Message || ""}`;
    }
  });
  socket.addEventListener("close", () => {
    if (!isHeard) { toolState.textContent = toolForm.dataset.absent; }
  });
}

toolForm.addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await fetch(toolForm.action, { method: "POST", body: new URLSearchParams(new FormData(toolForm)) });
  if (answer.ok) {
    callTool(await answer.json());
  } else {
    toolState.textContent = toolForm.dataset.failed;
  }
});
document.getElementById("tool-room").hidden = false;

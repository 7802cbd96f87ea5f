// What the desk does with scripts; without them every page works all the same.
"use strict";

function followJob(place) {
  const bar = place.querySelector("progress");
  const events = new EventSource(place.dataset.events);
  events.addEventListener("job", (event) => {
    const job = JSON.parse(event.data);
    if (job.whole) {
      bar.max = job.whole;
      bar.value = job.done;
    }
    if (job.ended) {
      events.close();
      location.reload();
    }
  });
}

function oncePerForm(event) {
  const button = event.submitter;
  if (button && button.form && button.form.method === "post") {
    setTimeout(() => { button.disabled = true; });
    setTimeout(() => { button.disabled = false; }, 4000);
  }
}

document.querySelectorAll("[data-events]").forEach(followJob);
document.addEventListener("submit", oncePerForm);

// Time left until `<time datetime data-countdown>`, written beside it.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const words = (left) => {
  if (left <= 0) return "(đã hết hạn)";
  if (left < MINUTE) return `(còn ${Math.ceil(left / 1000)} giây)`;
  if (left < HOUR) return `(còn ${Math.ceil(left / MINUTE)} phút)`;
  if (left < DAY) return `(còn ${Math.floor(left / HOUR)} giờ)`;
  return `(còn ${Math.floor(left / DAY)} ngày)`;
};

const show = () => {
  for (const time of document.querySelectorAll("[data-countdown]")) {
    const place = time.parentElement.querySelector("[data-countdown-left]");
    place.textContent = words(Date.parse(time.dateTime) - Date.now());
  }
};

show();
setInterval(show, 1000);

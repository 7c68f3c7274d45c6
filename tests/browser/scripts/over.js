// What reaches over the right side of the page, and has no region of its own in which it scrolls.
const wide = document.documentElement.clientWidth + 1;
function scrolls(element) {
  for (let one = element; one && one !== document.body; one = one.parentElement)
    if (["auto", "scroll"].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth) return true;
  return false;
}
const over = (one) => one.checkVisibility() && one.getBoundingClientRect().right > wide && !one.closest(".unseen, .skip") && !scrolls(one);
const found = [...document.body.querySelectorAll("*")].filter(over).map((one) => one.outerHTML.slice(0, 150));
const whole = document.documentElement.scrollWidth;
return whole > wide ? [`the page is ${whole} wide`, ...found.slice(0, 5)] : found.slice(0, 5);

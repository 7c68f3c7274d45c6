// What shows only by its background, of which high contrast has none.
const sides = ["Top", "Right", "Bottom", "Left"];
function drawn(one) {
  const seen = getComputedStyle(one);
  const edge = sides.some((side) => seen[`border${side}Style`] !== "none" && parseFloat(seen[`border${side}Width`]) > 0);
  return edge || seen.textDecorationLine !== "none" || seen.outlineStyle !== "none";
}
const asked = "button, .button, mark:not(.off), input:not([type=radio], [type=checkbox], [type=file]), select, textarea, [aria-current]";
return [...document.querySelectorAll(asked)].filter((one) => one.checkVisibility() && !drawn(one)).map((one) => one.outerHTML.slice(0, 120));

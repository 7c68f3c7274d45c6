// Checks the files named on the command line with retext's own plugins, as one process.
import { readFile } from "node:fs/promises";
import { unified } from "unified";
import retextEnglish from "retext-english";
import retextPassive from "retext-passive";
import retextReadability from "retext-readability";
import retextSimplify from "retext-simplify";
import retextStringify from "retext-stringify";

const check = unified().use(retextEnglish).use(retextPassive).use(retextReadability).use(retextSimplify).use(retextStringify);
let found = 0;
for (const path of process.argv.slice(2)) {
  found += (await check.process(await readFile(path, "utf8"))).messages.length;
}
console.log(found);

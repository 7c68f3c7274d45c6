// Checks the files named on the command line with retext and its plugins, as one process.
import { readFile } from "node:fs/promises";
import { retext } from "retext";
import retextPassive from "retext-passive";
import retextReadability from "retext-readability";
import retextSimplify from "retext-simplify";

const check = retext().use(retextPassive).use(retextReadability).use(retextSimplify);
let found = 0;
for (const path of process.argv.slice(2)) {
  found += (await check.process(await readFile(path, "utf8"))).messages.length;
}
console.log(found);

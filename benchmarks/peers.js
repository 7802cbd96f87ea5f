// One engine of npm over one template: node peers.js ENGINE TEMPLATE CONTEXTS SECONDS OUT
// Writes every document made to OUT (outside the clock) and prints {"count": …, "seconds": …} of processor time.
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");
const [engine, template, contexts, seconds, out] = process.argv.slice(2);
const peer = createRequire(path.join(process.cwd(), "x.js"));

const delimiters = { start: "{{", end: "}}" };
const makers = {
  docxtemplater: () => {
    const PizZip = peer("pizzip"), Docxtemplater = peer("docxtemplater"), data = fs.readFileSync(template);
    return async (context) => {
      const made = new Docxtemplater(new PizZip(data), { delimiters, paragraphLoop: true, linebreaks: true });
      made.render(context);
      return made.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x": () => {
    const { TemplateHandler } = peer("easy-template-x"), data = fs.readFileSync(template);
    const handler = new TemplateHandler({ delimiters: { tagStart: "{{", tagEnd: "}}" } });
    return async (context) => handler.process(data, context);
  },
  carbone: () => {
    const carbone = peer("carbone");
    return (context) => new Promise((done, fail) =>
      carbone.render(template, context, (fault, made) => (fault ? fail(fault) : done(made))));
  },
};

function used(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function main() {
  const make = makers[engine](), rows = JSON.parse(fs.readFileSync(contexts, "utf8")), made = [];
  await make(rows[0]); // warm
  const before = process.cpuUsage();
  for (const row of rows) {
    made.push(await make(row));
    if (used(before) > Number(seconds)) break;
  }
  const took = used(before);
  made.forEach((document, number) => fs.writeFileSync(path.join(out, `${number}.docx`), Buffer.from(document)));
  console.log(JSON.stringify({ count: made.length, seconds: took }));
}
main().catch((fault) => { console.error(String(fault)); process.exit(1); });

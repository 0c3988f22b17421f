// Every case inside Pyodide under Node, with the network off. Prints one JSON object for test_pyodide.py.
// node jalan_pyodide.mjs <folder of the npm install> <folder of wheels> <folder of the tests> <the cases' modules ...>
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";

// fetch, http and https all end in a socket. What is tried is counted, so that no caller can swallow the refusal.
const dicoba = [];
const refuse = (cara) => (...apa) => {
  dicoba.push(`${cara} ${JSON.stringify(apa[0])}`);
  throw new Error("jaringan dimatikan");
};
net.Socket.prototype.connect = refuse("socket");
globalThis.fetch = refuse("fetch");
process.on("uncaughtException", (galat) => {
  console.error(galat.stack ?? galat); // Node would print the line, and Pyodide is one line of a megabyte
  process.exit(1);
});

const [rumah, roda, uji, ...modul] = process.argv.slice(2);
const masuk = path.join(rumah, "node_modules", "pyodide", "pyodide.mjs");
const { loadPyodide } = await import(pathToFileURL(masuk).href);
const py = await loadPyodide();
const paket = py.runPython("import site; site.getsitepackages()[0]");
for (const nama of fs.readdirSync(roda).filter((satu) => satu.endsWith(".whl"))) {
  const isi = new Uint8Array(fs.readFileSync(path.join(roda, nama))); // Pyodide takes no Node Buffer
  py.unpackArchive(isi, "wheel", { extractDir: paket });
}
py.FS.mkdirTree("/uji/host");
for (const nama of modul) {
  py.FS.writeFile(`/uji/host/${nama}`, new Uint8Array(fs.readFileSync(path.join(uji, nama))));
}
const hasil = JSON.parse(
  await py.runPythonAsync(`
import sys
sys.path.insert(0, "/uji")
from host.jalan_pyodide import run
await run()
`),
);
hasil.pyodide = py.version;
hasil.dicoba = [...dicoba];
hasil.terbuka = await py.runPythonAsync(`
from host.jalan_pyodide import try_network
await try_network()
`);
hasil.ditolak = dicoba.slice(hasil.dicoba.length);
console.log(JSON.stringify(hasil));

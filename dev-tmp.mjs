import { startDemo } from './src/demo/start.ts';
const d = await startDemo({port:8137, now: Date.now, log: (e)=>console.log(JSON.stringify(e))});
console.log(d.url);

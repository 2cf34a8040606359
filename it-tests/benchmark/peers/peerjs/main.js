// The PeerJS server as its README starts it, with a limit high enough for the benchmark. `node main.js PORT`
import '../heap.js';
import { PeerServer } from 'peer';

PeerServer({ port: Number(process.argv[2]), path: '/', concurrent_limit: 100_000 });

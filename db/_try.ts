import { startTestPostgres, cloneDatabase } from '../test/support/postgres.ts';
import pg from 'pg';
import { connect } from './connect.ts';
import { sql } from 'kysely';
import { createEventStore } from './event-store.ts';
const s = await startTestPostgres({durable: true});
const d = await cloneDatabase(s.url);
const pool = new pg.Pool({connectionString: d.url}); pool.on('error',()=>{});
const db = connect({url: d.url}); const store = createEventStore(db);
await pool.query('create table bare (like events including defaults, primary key (position))');
const q = 'select * from append_events($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)';
let n = 0; const v: Record<string, number> = {};
const args = (st: string) => { v[st] ??= 0; n++; return ['exercise/'+st,'exercise',v[st]++,'d'+n,'00'.repeat(32),'{}','2027-01-01T00:00:00Z','p','head','x.POL','[{"type":"A","schema_version":1,"data":{"x":1}}]','{}']; };
const kinds: Record<string, () => Promise<unknown>> = {
 select: () => pool.query('select $1::text', ['x']),
 kselect: () => sql`select ${'x'}::text`.execute(db),
 bare: () => pool.query(`insert into bare values ($1, 's', $2, $3, 'A',1,$4,'p','head','x.POL',$3, now(), now(), sha256('a'), sha256('a'))`, [++n,n,'d'+n,'{"x":1}']),
 pg: () => pool.query(q, args('pg')),
 named: () => pool.query({name:'q', text: q, values: args('named')}),
 kysely: () => { const a = args('k'); return sql`select * from append_events(${a[0]},${a[1]},${a[2]},${a[3]},${a[4]},${a[5]},${a[6]},${a[7]},${a[8]},${a[9]},${a[10]},${a[11]})`.execute(db) },
 store: async () => { v['s'] ??= 0; n++; return store.append({stream:'exercise/s' as never, kind:'exercise', expectedVersion: v['s']++, command:{id:'d'+n, contentHash:'00'.repeat(32)}, events:[{type:'A', data:{x:1}}], at:'2027-01-01T00:00:00Z' as never, by: {person:'p',post:'head',body:'x.POL'} as never, rows:{}}); },
};
const t: Record<string, number[]> = {}; const cpu: Record<string, number> = {};
for (let r=0;r<12;r++) for (const k of Object.keys(kinds)) { const c0=process.cpuUsage(); const t0=performance.now(); for (let i=0;i<100;i++) await kinds[k]!(); if(r) {(t[k]??=[]).push((performance.now()-t0)*10); const c=process.cpuUsage(c0); cpu[k]=(cpu[k]??0)+(c.user+c.system)/1100;} }
for (const k in t) { t[k]!.sort((a,b)=>a-b); console.log(k.padEnd(8), 'min', t[k]![0]!.toFixed(0), 'med', t[k]![5]!.toFixed(0), 'us; client cpu', cpu[k]!.toFixed(0)); }
const w = async (k: string) => { const a=(await pool.query('select pg_current_wal_lsn() l')).rows[0].l; for (let i=0;i<100;i++) await kinds[k]!(); console.log(k, 'wal', (await pool.query('select pg_wal_lsn_diff(pg_current_wal_lsn(), $1)/100 b',[a])).rows[0].b); };
await w('bare'); await w('pg');
await pool.end(); await db.destroy(); await s.stop();

import { startTestPostgres, cloneDatabase } from '../test/support/postgres.ts';
import pg from 'pg';
const s = await startTestPostgres({durable: true});
const d = await cloneDatabase(s.url);
const pool = new pg.Pool({connectionString: d.url, max: 1}); pool.on('error',()=>{});
await pool.query(`set track_functions='all'`);
const fn = (name: string, body: string, decl='') => pool.query(`create function ${name}(i int) returns int language plpgsql as $$ declare r record; ${decl} begin ${body} return 1; end $$`);
await fn('f_empty', '');
await fn('f_selcmd', `select stream_id, version, content_hash into r from commands where id = 'x'||i;`);
await fn('f_updstream', `update streams set version=version+1 where id='s' and version>=0;`);
await pool.query(`insert into streams values ('s','exercise',0)`);
await fn('f_head', `select * into r from ledger_head for update; update ledger_head set position=position+1;`);
await fn('f_headupd', `update ledger_head set position=position+1;`);
await fn('f_recordset', `for r in select type, schema_version::text as schema_version, data::text as data FROM json_to_recordset('[{"type":"A","schema_version":1,"data":{"x":1,"z":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}}]') AS (type text, schema_version int, data json) loop end loop;`);
await fn('f_tochar', `t := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');t := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');`,'t text;');
await fn('f_concat', `t := ${Array(13).fill(`octet_length(t)::text || ':' || t || ','`).join('||')};`,`t text:='abc';`);
await fn('f_event', `insert into events values (1000000+i, 's', i+1, 'zz'||i, 'A',1,'{"x":1,"z":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}','p','head','x.POL','c'||i, now(), now(), sha256('a'), sha256('a'));`);
await fn('f_command', `insert into commands values ('y'||i, 's', i, sha256('a'), '{}');`);
const q = 'select * from append_events($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)';
for (let i=0;i<600;i++) { 
 for (const f of ['f_empty','f_selcmd','f_updstream','f_head','f_headupd','f_recordset','f_tochar','f_concat','f_event','f_command']) await pool.query(`select ${f}($1)`, [i]);
 await pool.query(q, ['exercise/pg','exercise',i,'d'+i,'00'.repeat(32),'{}','2027-01-01T00:00:00Z','p','head','x.POL','[{"type":"A","schema_version":1,"data":{"x":1}}]','{}']);
}
console.log((await pool.query(`select funcname, calls, (total_time/calls*1000)::int us from pg_stat_user_functions order by 1`)).rows.map(r => `${r.funcname} ${r.us}`).join('\n'));
await pool.end(); await s.stop();

/** The production file, as far as it can be read without an engine: its form, its secrets, what it publishes, what it runs. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly healthcheck?: object;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, object>>;
}
const compose: Compose = parse(read('docker-compose.yml'), { merge: true });
const services = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  test('names only services, networks and files that exist', () => {
    for (const [name, service] of services) {
      for (const other of Object.keys(service.depends_on ?? {})) expect(compose.services).toHaveProperty([other]);
      for (const network of service.networks) expect(compose.networks).toHaveProperty([network]);
      for (const volume of service.volumes ?? []) {
        const source = volume.split(':')[0] ?? '';
        if (source.startsWith('./')) expect([name, existsSync(new URL(source, root))]).toEqual([name, true]);
        else expect(compose.volumes).toHaveProperty([source]);
      }
      const script = service.command?.find((word) => word.endsWith('.ts'));
      if (script) expect([name, existsSync(new URL(script, root))]).toEqual([name, true]);
    }
  });

  test('waits for a healthy or ended service only where there is such a state', () => {
    for (const [, service] of services)
      for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
        if (condition === 'service_healthy') expect(compose.services[other]?.healthcheck).toBeDefined();
        else expect(condition).toBe('service_completed_successfully');
      }
  });

  test('publishes the API alone; the database and Temporal are on inner networks', () => {
    expect(services.filter(([, service]) => service.ports).map(([name]) => name)).toEqual(['api']);
    for (const [name, service] of services)
      if (name !== 'api')
        for (const network of service.networks)
          if (!(name === 'worker' && network === 'outlet')) expect(compose.networks[network]?.internal).toBe(true);
  });

  test('has no password of its own: each is asked for by name, and .env.example lists it', () => {
    const text = read('docker-compose.yml');
    const asked = [...text.matchAll(/\$\{([A-Z_]+)(:\?[^}]*)?(:-[^}]*)?\}/g)];
    const example = read('.env.example');
    for (const [, variable, required, fallback] of asked) {
      expect(example).toContain(`${variable}=`);
      expect(required ?? fallback).toBeDefined();
    }
    expect(text).not.toMatch(/PASSWORD: (?!\$\{)/);
  });

  test('runs api and worker without rights: no root, no capability, nothing to write on', () => {
    expect(read('Dockerfile')).toMatch(/^USER node$/m);
    for (const name of ['api', 'worker', 'migrate'])
      expect(compose.services[name]).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
  });

  test('never gives the owner of the tables to what runs all day', () => {
    for (const name of ['api', 'worker'])
      expect(JSON.stringify(compose.services[name])).not.toContain('san_sang_owner');
  });

  test('pins every image', () => {
    for (const [, { image }] of services) expect(image).toMatch(/:[^:]*\d+\.\d+/);
    expect(read('Dockerfile')).toMatch(/^FROM node:24\.\d+\.\d+-/m);
  });
});

describe('the image', () => {
  test('is built by steps that the project has', () => {
    const steps = [...read('Dockerfile').matchAll(/npm run (\w+)/g)].map((match) => match[1]);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }; // our own file
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) expect(scripts).toHaveProperty([step ?? '']);
    expect(read('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.git', '.data', 'node_modules', '.env']),
    );
  });
});

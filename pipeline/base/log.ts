import { printableJson } from './shown/terminal.ts';

/** The run log: one line an event, to a file. The terminal is left to the summary. */
export interface RunLog {
  info(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
  /** Resolves when everything is on disk. */
  close(): Promise<void>;
}

export const SILENT_LOG: RunLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  close: async () => undefined,
};

export interface LogEvent {
  level: 'info' | 'warn' | 'error';
  message: string;
  fields: object;
}

/** Keeps what happens to one document until its turn in the log. */
export class EventList implements RunLog {
  #events: LogEvent[] = [];

  info(message: string, fields: object = {}): void {
    this.#events.push({ level: 'info', message, fields });
  }

  warn(message: string, fields: object = {}): void {
    this.#events.push({ level: 'warn', message, fields });
  }

  error(message: string, fields: object = {}): void {
    this.#events.push({ level: 'error', message, fields });
  }

  take(): LogEvent[] {
    const taken = this.#events;
    this.#events = [];
    return taken;
  }

  async close(): Promise<void> {
    // Nothing is on its way.
  }
}

/** Where the library's formats keep the line that is written. */
const LINE = Symbol.for('message');

/** A log on a full disk never says that it is closed. */
const CLOSE_MILLISECONDS = 2000;

/** Starts `path` anew, or goes on behind what an interrupted run wrote; lines are JSON with `timestamp`, `level`, `message` and the fields of the event. */
export async function openRunLog(path: string, anew = true): Promise<RunLog> {
  const { default: winston } = await import('winston');
  const file = new winston.transports.File({ filename: path, options: { flags: anew ? 'w' : 'a' } });
  // Whoever looks at a log does so on a terminal.
  const printable = winston.format((info) => ({ ...info, [LINE]: printableJson(String(info[LINE])) }));
  const logger = winston.createLogger({
    format: winston.format.combine(winston.format.timestamp(), winston.format.json(), printable()),
    transports: [file],
  });
  // A full disk is told by what has to be written; the log must not end the process before.
  logger.on('error', () => undefined);
  return {
    info: (message, fields) => void logger.info(message, fields),
    warn: (message, fields) => void logger.warn(message, fields),
    error: (message, fields) => void logger.error(message, fields),
    close: () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, CLOSE_MILLISECONDS);
        const closed = (): void => {
          clearTimeout(timer);
          resolve();
        };
        file.once('finish', closed);
        file.once('error', closed);
        logger.end();
      }),
  };
}

import { once } from "node:events";
import { PassThrough, type Readable } from "node:stream";
import type { Client, Connection, Submittable } from "pg";

declare module "pg" {
  interface Connection {
    sendCopyFromChunk(chunk: Buffer): void;
    endCopyFrom(): void;
    sendCopyFail(reason: string): void;
  }
}

/** The messages of the copy protocol that the client hands to a running query. */
type CopyQuery = Submittable & {
  handleCopyData: (message: { chunk: Buffer }, connection: Connection) => void;
  handleCopyInResponse: (connection: Connection) => void;
  handleCommandComplete: (message: { text: string }) => void;
  handleError: (error: Error) => void;
  handleReadyForQuery: () => void;
};

/** What a COPY … TO STDOUT yields; the server waits while the reader is busy. */
export function copyOut(client: Client, sql: string): Readable {
  const output = new PassThrough();
  let socket: Connection["stream"] | null = null;
  output.on("drain", () => socket?.resume());
  const query: CopyQuery = {
    submit: (connection) => {
      socket = connection.stream;
      connection.query(sql);
    },
    handleCopyData: ({ chunk }) => {
      if (!output.write(Buffer.from(chunk))) socket?.pause();
    },
    handleCopyInResponse: () => undefined,
    handleCommandComplete: () => undefined,
    handleError: (error) => output.destroy(error),
    handleReadyForQuery: () => {
      output.end();
      /* An ended stream drains without saying so. */
      socket?.resume();
    },
  };
  client.query(query);
  return output;
}

/** Feeds a COPY … FROM STDIN and returns how many rows the server took. */
export function copyIn(client: Client, sql: string, input: Readable): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    let failure: Error | null = null;
    const query: CopyQuery = {
      submit: (connection) => connection.query(sql),
      handleCopyData: () => undefined,
      handleCopyInResponse: (connection) => {
        feed(connection, input).catch((error: unknown) => connection.sendCopyFail(String(error)));
      },
      handleCommandComplete: ({ text }) => {
        rows = Number(/^COPY (\d+)/.exec(text)?.[1] ?? 0);
      },
      handleError: (error) => {
        failure = error;
        reject(error);
      },
      handleReadyForQuery: () => {
        if (failure === null) resolve(rows);
      },
    };
    client.query(query);
  });
}

async function feed(connection: Connection, input: Readable): Promise<void> {
  for await (const chunk of input) {
    connection.sendCopyFromChunk(Buffer.from(chunk));
    if (connection.stream.writableNeedDrain) await once(connection.stream, "drain");
  }
  connection.endCopyFrom();
}

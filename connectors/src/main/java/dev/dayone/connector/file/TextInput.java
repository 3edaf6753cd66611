package dev.dayone.connector.file;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;

/** A text file open for reading, behind its byte order mark. What is no character becomes U+FFFD. */
final class TextInput implements Closeable {
    private final FileChannel channel;
    private final Reader reader;

    private TextInput(FileChannel channel, Reader reader) {
        this.channel = channel;
        this.reader = reader;
    }

    static TextInput open(Path file, TextEncoding encoding) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            channel.position(encoding.skipped());
            Reader reader = new BufferedReader(
                    new InputStreamReader(
                            Channels.newInputStream(channel),
                            encoding.charset()
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPLACE)
                                    .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                    1 << 16);
            return new TextInput(channel, reader);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    Reader reader() {
        return reader;
    }

    /** Bytes taken so far. */
    long taken() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        channel.close();
    }
}

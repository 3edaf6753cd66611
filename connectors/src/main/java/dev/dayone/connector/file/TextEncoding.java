package dev.dayone.connector.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a file's bytes are characters: by its byte order mark; else UTF-16 where every other byte is zero; else UTF-8 where
 * its first megabytes are that throughout; else windows-1252.
 *
 * @param skipped bytes of the byte order mark
 */
record TextEncoding(Charset charset, int skipped) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int HEAD = 4_096;
    private static final long LOOKED_AT = TextTable.LOOKED_AT;

    static TextEncoding of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = open(file)) {
            head = in.readNBytes(HEAD);
        }
        TextEncoding marked = marked(head);
        if (marked != null) {
            return marked;
        }
        if (zeros(head, 1) && !zeros(head, 0)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0);
        }
        if (zeros(head, 0) && !zeros(head, 1)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0);
        }
        return new TextEncoding(isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS, 0);
    }

    /** A given encoding, whose byte order mark is passed over if there is one. */
    static TextEncoding of(Path file, Charset charset) throws IOException {
        try (InputStream in = open(file)) {
            TextEncoding marked = marked(in.readNBytes(HEAD));
            boolean same =
                    marked != null && (marked.charset.equals(charset) || charset.equals(StandardCharsets.UTF_16));
            return marked != null && same ? marked : new TextEncoding(charset, 0);
        }
    }

    private static @Nullable TextEncoding marked(byte[] head) {
        if (startsWith(head, 0xef, 0xbb, 0xbf)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xff, 0xfe)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        return startsWith(head, 0xfe, 0xff) ? new TextEncoding(StandardCharsets.UTF_16BE, 2) : null;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether most of every second byte is zero, as in Latin text of two bytes a character. */
    private static boolean zeros(byte[] head, int from) {
        int zeros = 0;
        for (int i = from; i < head.length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return head.length >= 4 && zeros > head.length / 4;
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer characters = CharBuffer.allocate(1 << 16);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.position() < LOOKED_AT) {
                boolean end = channel.read(bytes) < 0;
                bytes.flip();
                CoderResult result = decoder.decode(bytes, characters, end);
                if (result.isError()) {
                    return false;
                }
                if (end) {
                    return true;
                }
                bytes.compact();
                characters.clear();
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static InputStream open(Path file) throws IOException {
        return Channels.newInputStream(FileChannel.open(file));
    }
}

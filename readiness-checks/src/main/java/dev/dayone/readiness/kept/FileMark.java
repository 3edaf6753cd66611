package dev.dayone.readiness.kept;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells a file from another of its name: by its size, the time it was last changed, and its end, where Parquet keeps what
 * it knows of the rest. Files of a snapshot are never changed in place.
 */
record FileMark(String name, String mark) {
    private static final int END = 4096;

    /** The mark of a file. Throws {@link IOException} if it cannot be read. */
    static FileMark of(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long size = open.length();
            byte[] end = new byte[(int) Math.min(size, END)];
            open.seek(size - end.length);
            open.readFully(end);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(size)
                    .putLong(Files.getLastModifiedTime(file).toMillis())
                    .array());
            return new FileMark(
                    String.valueOf(file.getFileName()), HexFormat.of().formatHex(digest.digest(end), 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had", e);
        }
    }
}

package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A file of a snapshot that is to be copied.
 *
 * @param mark tells its content from any other: an encrypted file ends with what only its own keys and nonces yield
 */
record StagedFile(Path file, long length, String mark) {
    private static final int END = 4096;

    /** Where Parquet says that a file is encrypted, footer included: in its last four bytes. */
    private static final byte[] ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);

    /** Looks at a file. Throws {@link BadRequestException} if it is not encrypted: such a file is not to leave this machine. */
    static StagedFile of(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long length = open.length();
            byte[] end = new byte[(int) Math.min(length, END)];
            open.seek(length - end.length);
            open.readFully(end);
            byte[] last = Arrays.copyOfRange(end, Math.max(0, end.length - ENCRYPTED.length), end.length);
            if (!Arrays.equals(last, ENCRYPTED)) {
                throw new BadRequestException(
                        ErrorCode.SNAPSHOT_UNREADABLE,
                        "Cannot copy file '" + file.getFileName() + "' of the snapshot to a stage: it is not encrypted,"
                                + " expected it as dayone writes it. Sample again, or leave --stage out.");
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
            return new StagedFile(file, length, HexFormat.of().formatHex(digest.digest(end), 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had", e);
        }
    }

    /** Its name. */
    String name() {
        return String.valueOf(file.getFileName());
    }
}

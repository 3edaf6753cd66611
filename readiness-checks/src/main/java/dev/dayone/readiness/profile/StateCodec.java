package dev.dayone.readiness.profile;

import dev.dayone.pilot.snapshot.ColumnType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A table's states as bytes. They hold values: on a disk they are to be encrypted. */
@SuppressWarnings("EnumOrdinal") // part of the form of the bytes
public final class StateCodec {
    /** The form of the bytes; another version's states are not read but made anew. */
    public static final int VERSION = 2;

    private StateCodec() {}

    /** The states, in order. */
    public static byte[] write(List<ColumnState> states) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            Varints.write(out, states.size());
            for (ColumnState state : states) {
                out.writeUTF(state.type().toString());
                out.writeByte(state.request().ordinal());
                state.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What {@link #write} wrote. Throws {@link IOException} for bytes of another version or that are no states. */
    public static List<ColumnState> read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("States of version " + version);
            }
            int length = Varints.readLength(in);
            List<ColumnState> states = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                ColumnType type = ColumnType.parse(in.readUTF());
                ColumnState state = ColumnState.of(type, ColumnState.Request.values()[in.readByte()]);
                state.read(in);
                states.add(state);
            }
            return states;
        } catch (IllegalArgumentException e) {
            throw new IOException("No states", e);
        }
    }
}

package dev.dayone.readiness.profile;

import dev.dayone.pilot.snapshot.ColumnType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A column's state as bytes. They hold values: on a disk they are to be encrypted. */
@SuppressWarnings("EnumOrdinal") // part of the form of the bytes
public final class StateCodec {
    /** The form of the bytes; another version's states are not read but made anew. */
    public static final int VERSION = 5;

    private StateCodec() {}

    /** The state, as {@link #read} takes it. */
    public static byte[] write(ColumnState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(state.roughBytes());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(state.type().toString());
            out.writeByte(state.request().ordinal());
            state.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A new state of what {@link #write} wrote. Throws {@link UncheckedIOException} if bytes are none. */
    public static ColumnState read(byte[] bytes) {
        try (DataInputStream in = open(bytes)) {
            ColumnState state = begun(in);
            state.read(in);
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether bytes are a state of this version and type, and measure at least as much as a request asks. */
    public static boolean covers(byte[] bytes, ColumnType type, ColumnState.Request request) {
        try {
            ColumnState state = begun(open(bytes));
            return state.type().equals(type) && state.request().covers(request);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether both are states of this version, of one type and request. */
    public static boolean areAlike(byte[] one, byte[] other) {
        try {
            ColumnState state = begun(open(one));
            return covers(other, state.type(), state.request())
                    && state.request() == begun(open(other)).request();
        } catch (IOException e) {
            return false;
        }
    }

    private static DataInputStream open(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    /** The empty state that bytes begin with. */
    private static ColumnState begun(DataInputStream in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("A state of version " + version);
        }
        try {
            ColumnType type = ColumnType.parse(in.readUTF());
            return ColumnState.of(type, ColumnState.Request.values()[in.readByte()]);
        } catch (IllegalArgumentException e) {
            throw new IOException("No state", e);
        }
    }
}

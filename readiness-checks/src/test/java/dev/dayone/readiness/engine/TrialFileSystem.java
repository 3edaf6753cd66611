package dev.dayone.readiness.engine;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;

/** One of Hadoop's file systems, {@code trial:/folder}: a folder of the disk that counts, and fails as it is told. */
@org.jspecify.annotations.NullUnmarked
public final class TrialFileSystem extends RawLocalFileSystem {
    private static final long BLOCK = 1 << 20;
    static final AtomicInteger WRITTEN = new AtomicInteger();
    static final AtomicInteger OPENED = new AtomicInteger();
    static volatile Trouble trouble = Trouble.NONE;

    enum Trouble {
        NONE,
        DENIES,
        LOSES_THE_END,
        BREAKS_OFF
    }

    @Override
    public URI getUri() {
        return URI.create("trial:///");
    }

    @Override
    public String getScheme() {
        return "trial";
    }

    @Override
    public void initialize(URI uri, Configuration conf) throws IOException {
        super.initialize(getUri(), conf);
    }

    /** Its superclass asks the system for a file's rights by an address that is none of its own. */
    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        File file = pathToFile(path);
        if (!file.exists()) {
            throw new FileNotFoundException(path.toString());
        }
        return new FileStatus(
                file.length(), file.isDirectory(), 1, BLOCK, file.lastModified(), path.makeQualified(getUri(), null));
    }

    @Override
    public FileStatus[] listStatus(Path folder) throws IOException {
        if (getFileStatus(folder).isFile()) {
            return new FileStatus[] {getFileStatus(folder)};
        }
        List<FileStatus> found = new ArrayList<>();
        for (String name : pathToFile(folder).list()) {
            found.add(getFileStatus(new Path(folder, name)));
        }
        return found.toArray(FileStatus[]::new);
    }

    @Override
    public FSDataInputStream open(Path file, int bufferSize) throws IOException {
        OPENED.incrementAndGet();
        return super.open(file, bufferSize);
    }

    @Override
    public FSDataOutputStream create(
            Path file, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        if (trouble == Trouble.DENIES) {
            throw new AccessDeniedException(file.toString(), null, "s3cr3t");
        }
        WRITTEN.incrementAndGet();
        FSDataOutputStream out = super.create(file, overwrite, bufferSize, replication, blockSize, progress);
        return trouble == Trouble.NONE ? out : new Torn(out, trouble);
    }

    /** Takes 100 bytes, and no more. */
    private static final class Torn extends FSDataOutputStream {
        private final Trouble trouble;
        private int taken;

        Torn(FSDataOutputStream out, Trouble trouble) throws IOException {
            super(out, null);
            this.trouble = trouble;
        }

        @Override
        public synchronized void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            int some = Math.min(length, 100 - taken);
            out.write(bytes, from, some);
            taken += some;
            if (some < length && trouble == Trouble.BREAKS_OFF) {
                throw new IOException("s3cr3t");
            }
        }
    }
}

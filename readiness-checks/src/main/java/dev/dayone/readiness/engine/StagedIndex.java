package dev.dayone.readiness.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.FileStatusWithMetadata;
import org.apache.spark.sql.execution.datasources.InMemoryFileIndex;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;

/**
 * Files that are planned and read here where they lie, and by a job from their copies: these are made when the job asks
 * which files there are. Order and lengths are the same, and so are a job's parts.
 */
final class StagedIndex implements FileIndex {
    private final InMemoryFileIndex here;
    private final Copies copies;

    /** How a file's copies are found. */
    record Copies(Stage stage, String snapshot, List<Path> files) {
        Map<org.apache.hadoop.fs.Path, FileStatus> made() {
            List<FileStatus> made = stage.copies(snapshot, files);
            Map<org.apache.hadoop.fs.Path, FileStatus> byFile = new HashMap<>();
            for (int i = 0; i < files.size(); i++) {
                byFile.put(TableFiles.inHadoop(files.get(i)), made.get(i));
            }
            return byFile;
        }
    }

    StagedIndex(InMemoryFileIndex here, Copies copies) {
        this.here = here;
        this.copies = copies;
    }

    @Override
    public Seq<PartitionDirectory> listFiles(Seq<Expression> partitionFilters, Seq<Expression> dataFilters) {
        Map<org.apache.hadoop.fs.Path, FileStatus> made = copies.made();
        List<PartitionDirectory> staged = new ArrayList<>();
        for (PartitionDirectory folder : Scala.list(here.listFiles(partitionFilters, dataFilters))) {
            List<FileStatusWithMetadata> files = Scala.list(folder.files()).stream()
                    .map(file -> new FileStatusWithMetadata(copy(made, file), file.metadata()))
                    .toList();
            staged.add(new PartitionDirectory(folder.values(), Scala.seq(files)));
        }
        return Scala.seq(staged);
    }

    private static FileStatus copy(Map<org.apache.hadoop.fs.Path, FileStatus> made, FileStatusWithMetadata file) {
        FileStatus copy = made.get(file.getPath());
        if (copy == null) {
            throw new IllegalStateException("No copy of " + file.getPath().getName());
        }
        return copy;
    }

    @Override
    public Seq<org.apache.hadoop.fs.Path> rootPaths() {
        return here.rootPaths();
    }

    @Override
    public String[] inputFiles() {
        return here.inputFiles();
    }

    @Override
    public void refresh() {
        here.refresh();
    }

    @Override
    public long sizeInBytes() {
        return here.sizeInBytes();
    }

    @Override
    public StructType partitionSchema() {
        return here.partitionSchema();
    }

    /** As Spark compares its own: plans of the same files are planned once. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StagedIndex index && here.equals(index.here);
    }

    @Override
    public int hashCode() {
        return here.hashCode();
    }
}

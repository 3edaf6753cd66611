package dev.dayone.readiness.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.InMemoryFileIndex;
import org.apache.spark.sql.execution.datasources.NoopCache$;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * Some of a table's Parquet files and how they are read.
 *
 * @param options by which they are decrypted
 * @param copies what a job reads in their place; null: it reads them
 */
record TableFiles(
        SparkSession session,
        StructType schema,
        Map<String, String> options,
        List<Path> paths,
        StagedIndex.@Nullable Copies copies) {
    /** What a job is too much for. */
    static final long FEW_BYTES = 16L << 20;

    /** What is profiled as one part: two cores are busy with its columns. */
    static final long ONE_PART = 256L << 20;

    /** The same files, of which other columns are read. */
    TableFiles with(StructType other) {
        return new TableFiles(session, other, options, paths, copies);
    }

    /** Copies them for the jobs to come, where these read copies. */
    void stage() {
        if (copies != null) {
            copies.made();
        }
    }

    /** One of some parts of them, each with as many files, but for one. */
    TableFiles part(int part, int parts) {
        int from = paths.size() * part / parts;
        int to = paths.size() * (part + 1) / parts;
        return new TableFiles(session, schema, options, paths.subList(from, to), null);
    }

    /** Their rows, planned by Spark. */
    Dataset<Row> rows() {
        if (paths.isEmpty() || schema.isEmpty()) {
            return session.createDataFrame(List.<Row>of(), schema);
        }
        // What a reader of data sources looks for is known: the format, the schema, and that the files are there.
        scala.collection.immutable.Map<String, String> settings = Scala.map(options);
        List<org.apache.hadoop.fs.Path> files =
                paths.stream().map(TableFiles::inHadoop).toList();
        InMemoryFileIndex index = new InMemoryFileIndex(
                session,
                Scala.seq(files),
                settings,
                Option.apply(schema),
                NoopCache$.MODULE$,
                Option.empty(),
                Option.empty());
        FileIndex read = copies == null ? index : new StagedIndex(index, copies);
        return session.baseRelationToDataFrame(new HadoopFsRelation(
                read, new StructType(), schema, Option.empty(), new ParquetFileFormat(), settings, session));
    }

    /** A file as Hadoop names it. Not by Java's address: that writes other letters in another way, and is not found. */
    static org.apache.hadoop.fs.Path inHadoop(Path file) {
        return new org.apache.hadoop.fs.Path("file", null, file.toAbsolutePath().toString());
    }

    /** How many bytes they have; what is not there has none. */
    long bytes() {
        return paths.stream().mapToLong(path -> path.toFile().length()).sum();
    }

    /** Whether Spark's reader hands out batches of their columns. */
    boolean inBatches() {
        return inBatches(schema);
    }

    /** The same of some of their columns. */
    boolean inBatches(StructType columns) {
        return !columns.isEmpty() && new ParquetFileFormat().supportBatch(session, columns);
    }
}

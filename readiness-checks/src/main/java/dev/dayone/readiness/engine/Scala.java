package dev.dayone.readiness.engine;

import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.metrics.Metric;
import java.util.List;
import java.util.Map;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map$;

/** Java's collections and generics as Scala has them. */
final class Scala {
    private Scala() {}

    static <T> Seq<T> seq(List<T> list) {
        return JavaConverters.asScalaBuffer(list).toList();
    }

    static <T> List<T> list(Seq<T> seq) {
        return JavaConverters.seqAsJavaList(seq);
    }

    static <K, V> scala.collection.immutable.Map<K, V> map(Map<K, V> map) {
        scala.collection.immutable.Map<K, V> made = Map$.MODULE$.<K, V>empty();
        for (Map.Entry<K, V> entry : map.entrySet()) {
            made = made.updated(entry.getKey(), entry.getValue());
        }
        return made;
    }

    /** Scala's analyzers are covariant in their metric; Java must be told. */
    @SuppressWarnings("unchecked")
    static Analyzer<?, Metric<?>> analyzer(Analyzer<?, ?> analyzer) {
        return (Analyzer<?, Metric<?>>) analyzer;
    }
}

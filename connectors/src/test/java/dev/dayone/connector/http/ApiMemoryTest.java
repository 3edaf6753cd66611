package dev.dayone.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.dayone.pilot.RunLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An API of a million records is read in the memory of a page. */
final class ApiMemoryTest {
    private static final int RECORDS = 1_000_000;
    private static final int SIZE = 10_000;
    private static final long FLAT = 60_000_000;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/records", exchange -> {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            int from = Integer.parseInt(query.replaceAll(".*offset=(\\d+).*", "$1"));
            StringBuilder body = new StringBuilder("{\"total\": " + RECORDS + ", \"data\": [");
            for (int id = from; id < Math.min(RECORDS, from + SIZE); id++) {
                body.append(id == from ? "" : ",")
                        .append("{\"id\":")
                        .append(id)
                        .append(",\"name\":\"customer ")
                        .append(id)
                        .append("\"}");
            }
            byte[] bytes = body.append("]}").toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void millionRecordsAreReadInTheMemoryOfAPage() {
        String base = "http://localhost:" + server.getAddress().getPort();
        Map<String, String> parameters = Map.of(
                "baseUrl",
                base,
                "tables",
                "records: {path: /records, records: data, key: id}",
                "paging",
                "{offset: offset, total: total, size: {limit: " + SIZE + "} }");
        AtomicLong rows = new AtomicLong();
        AtomicLong most = new AtomicLong();
        RunLimits run = new RunLimits(Long.MAX_VALUE, Long.MAX_VALUE, Duration.ofHours(1));
        try (ApiUnderTest api = new ApiUnderTest("rest", parameters, run)) {
            api.table("records");
            long before = used();
            Consumer<Map<String, Object>> row = one -> {
                if (rows.incrementAndGet() % 250_000 == 0) {
                    most.accumulateAndGet(used() - before, Math::max);
                }
            };
            // All in one page: what it held on to would stay.
            api.stream("records", Map.of("method", "all", "limit", RECORDS + 1), row);
        }
        assertThat(rows).hasValue(RECORDS);
        assertThat(most.get()).isLessThan(FLAT);
    }

    @SuppressWarnings("SystemGc")
    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.apache.hadoop.fs.Path;

/** The folder that executors read copies from, as Hadoop names it: {@code s3a://bucket/dayone}. */
record StageUri(String text) {
    /** Throws {@link BadRequestException} if it is none. */
    StageUri {
        text = checked(text.strip());
    }

    private static String checked(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw refused("", "it is no address");
        }
        String authority = String.valueOf(uri.getRawAuthority());
        // A key that is written into the address would stand in messages and logs. Azure has a container before its
        // '@'.
        if (authority.contains("@") && (authority.contains(":") || isS3(uri))) {
            throw refused("", "it holds a key");
        }
        if (uri.getScheme() == null || uri.isOpaque() || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw refused(" '" + text + "'", "it is no address of a folder");
        }
        if (isS3(uri) && uri.getRawAuthority() == null) {
            throw refused(" '" + text + "'", "it names no bucket");
        }
        return text;
    }

    private static boolean isS3(URI uri) {
        return uri.getScheme() != null
                && uri.getScheme().toLowerCase(Locale.ROOT).startsWith("s3");
    }

    private static BadRequestException refused(String shown, String found) {
        return new BadRequestException(
                ErrorCode.COMMAND_INVALID,
                "Cannot use the stage" + shown + ": " + found + ", expected SCHEME://PLACE/FOLDER, such as"
                        + " s3a://bucket/dayone or hdfs://host/dayone; keys belong into --spark-properties. Mend --stage.");
    }

    /** As Hadoop takes it. */
    Path path() {
        return new Path(URI.create(text));
    }

    @Override
    public String toString() {
        return text;
    }
}

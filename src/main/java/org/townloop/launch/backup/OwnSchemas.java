package org.townloop.launch.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The schemas of this program: one for each folder of migrations. Others in the same database are somebody else's. */
final class OwnSchemas {

    static final Set<String> NAMES = read();

    /** What stands after {@code in}. */
    static final String LIST = NAMES.stream().collect(Collectors.joining("', '", " ('", "')"));

    private OwnSchemas() {}

    private static Set<String> read() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql");
            return Arrays.stream(files).map(OwnSchemas::folder).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folder(Resource file) {
        try {
            var parts = file.getURL().getPath().split("/");
            return parts[parts.length - 2];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

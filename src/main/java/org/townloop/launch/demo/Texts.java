package org.townloop.launch.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The written part of the demo town: files of lines, their fields apart by bars. */
final class Texts {

    private Texts() {}

    /**
     * The fields of each line that is neither empty nor a comment. It is read by our own class loader: the threads that
     * make up the town have one that does not look into a packed jar.
     */
    static List<List<String>> of(String file) {
        try {
            return new ClassPathResource("demo/" + file, Texts.class.getClassLoader())
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.strip().split("\\|")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.townloop.surface.counter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.townloop.surface.page.Texts;
import org.townloop.surface.page.Wording;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser keeps to open the counter with no network: its scripts, styles, drawings and words. Their version
 * changes with any of them, and so does the service worker, which is how a browser learns of a new one.
 */
@Component
class Shell {

    /** Only for browsers that read no QR codes themselves. */
    private static final List<String> READER =
            List.of("/counter/zxing/reader/index.js", "/counter/zxing/share.js", "/counter/zxing/zxing_reader.wasm");

    private static final String WORKER = "worker.js";
    private static final List<String> STYLES = List.of("townloop.css", "counter.css");

    private final String words;
    private final String worker;

    Shell(Texts texts, JsonMapper json) {
        words = json.writeValueAsString(Map.of(
                "en", words(texts.in(Texts.ENGLISH)),
                "zh-CN", words(texts.in(Texts.CHINESE))));
        var files = files();
        var version = version(files);
        worker = "const VERSION = " + json.writeValueAsString(version) + ";\n"
                + "const FILES = " + json.writeValueAsString(addresses(files)) + ";\n"
                + "const READER = " + json.writeValueAsString(READER) + ";\n"
                + new String(bytes(new ClassPathResource("static/counter/" + WORKER)), StandardCharsets.UTF_8);
    }

    /** The texts of the counter in all languages, by language and key, as they are written: ICU messages. */
    String words() {
        return words;
    }

    /** The service worker, which names its version and what it keeps. */
    String worker() {
        return worker;
    }

    private static Map<String, String> words(Wording wording) {
        var words = new TreeMap<String, String>();
        wording.keys().stream()
                .filter(key -> key.startsWith("counter."))
                .forEach(key -> words.put(key, wording.pattern(key)));
        return words;
    }

    private static List<Resource> files() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath:static/counter/*.*");
            return Stream.concat(STYLES.stream().map(name -> new ClassPathResource("static/" + name)), Stream.of(found))
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> addresses(List<Resource> files) {
        return Stream.concat(
                        Stream.of("/counter/app", "/counter/words.json", "/counter/manifest.webmanifest"),
                        files.stream()
                                .map(file -> String.valueOf(file.getFilename()))
                                .filter(name -> !name.equals(WORKER))
                                .map(name -> STYLES.contains(name) ? "/" + name : "/counter/" + name))
                .toList();
    }

    private String version(List<Resource> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(words.getBytes(StandardCharsets.UTF_8));
            files.forEach(file -> digest.update(bytes(file)));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

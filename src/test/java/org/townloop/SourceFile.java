package org.townloop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A file of the project as the guards read it: its path from the project's folder, and its text. */
record SourceFile(Path path, String text) {

    /** Comments and literals: whichever begins first, so that a quote in a comment opens nothing. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)//[^\n]*|/\\*.*?\\*/|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"|'(?:\\\\.|[^'\\\\])'");

    static SourceFile of(String path, String text) {
        return new SourceFile(Path.of(path), text);
    }

    /** All files below the folder whose names end so, in the order of their paths. */
    static List<SourceFile> below(String folder, String ending) {
        var root = Path.of(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .map(SourceFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path path) {
        try {
            return new SourceFile(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int lines() {
        return (int) text.lines().count();
    }

    String name() {
        return path.getFileName().toString();
    }

    /** The texts between quotes of Java source, text blocks among them. */
    List<String> literals() {
        var literals = new ArrayList<String>();
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                literals.add(matcher.group(1));
            } else if (matcher.group(2) != null) {
                literals.add(matcher.group(2));
            }
        }
        return literals;
    }

    /** What the compiler acts on: the names in it are names of things. */
    String withoutCommentsAndLiterals() {
        return TOKEN.matcher(text).replaceAll(" ");
    }
}

package org.townloop.supply.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks at pack files that are not installed. */
public final class PackFiles {

    private static final long MOST_BYTES = 4L * YamlText.LONGEST;

    private final PackFormat format = new PackFormat();

    /**
     * What is wrong, in the order of the lines, each as {@code file:line:column: field: what}; empty if nothing is.
     *
     * @param path a pack file, or a folder with a {@code pack.yaml} and perhaps a {@code start.yaml}
     * @throws IOException if a file cannot be read
     */
    public List<String> faults(Path path, Locale locale) throws IOException {
        if (!Files.isDirectory(path)) {
            return faultsOfFile(path, locale);
        }
        var pack = path.resolve("pack.yaml");
        if (!Files.exists(pack)) {
            return List.of(path + ": has no pack.yaml");
        }
        var all = new ArrayList<>(faultsOfFile(pack, locale));
        var start = path.resolve("start.yaml");
        if (all.isEmpty() && Files.exists(start)) {
            var read = PackContent.read(format.read(pack.toString(), Files.readString(pack)));
            new StartFaults(read)
                    .of(Files.readString(start))
                    .forEach(fault -> all.add(fault.in(start.toString(), locale)));
        }
        return all;
    }

    private List<String> faultsOfFile(Path file, Locale locale) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return List.of(file + ": is too long: at most " + YamlText.LONGEST + " letters");
        }
        return format.faults(Files.readString(file)).stream()
                .map(fault -> fault.in(file.toString(), locale))
                .toList();
    }
}

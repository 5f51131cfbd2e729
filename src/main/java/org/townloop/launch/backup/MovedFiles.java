package org.townloop.launch.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import org.townloop.base.kernel.Disk;

/**
 * What a restore puts into its places, on the disk before the first is moved: if the power goes before the rows are
 * committed, the next restore knows what to take away. All of it was put where nothing was.
 */
final class MovedFiles {

    private static final String LIST = "moving";

    private MovedFiles() {}

    static void note(Path part, String restore, List<Path> names) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(restore);
        names.forEach(name -> lines.add(name.toString()));
        var list = Files.write(part.resolve(LIST), lines);
        Disk.sync(list);
        Disk.syncName(list);
        Disk.syncName(part);
    }

    /**
     * Takes away what a restore left behind that did not come to its end.
     *
     * @param restore the one that the database knows, whose rows it has not; empty if it knows none
     * @throws BackupRefused if the files are of another one: its rows may be whole, in another database
     */
    static void takeBack(Path data, String restore) throws IOException {
        var part = data.resolve(StagedFiles.FOLDER);
        var list = part.resolve(LIST);
        if (Files.exists(list)) {
            if (!Files.readAllLines(list).getFirst().equals(restore)) {
                throw new BackupRefused("In " + data + " a restore into another database was cut off. Take that"
                        + " database, or a folder of its own; or delete " + part + " if the files there are to stay.");
            }
            takeAway(data);
        }
        FileSystemUtils.deleteRecursively(part);
    }

    static void takeAway(Path data) throws IOException {
        var list = data.resolve(StagedFiles.FOLDER).resolve(LIST);
        if (!Files.exists(list)) {
            return;
        }
        var lines = Files.readAllLines(list);
        for (var name : lines.subList(1, lines.size())) {
            var place = data.resolve(name).normalize();
            if (place.startsWith(data.normalize()) && Files.isRegularFile(place)) {
                Files.delete(place);
            }
        }
    }
}

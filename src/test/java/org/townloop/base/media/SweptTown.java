package org.townloop.base.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.transaction.PlatformTransactionManager;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.DataFolder;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Turns;

/** Pictures in a folder of their own, in a year that has no others. */
abstract class SweptTown {

    static final Instant LONG_AGO = Instant.parse("2021-03-01T00:00:00Z");
    static final Duration TWO_DAYS = Duration.ofDays(2);

    final Atomically atomically;
    final PlatformTransactionManager transactions;
    final TestClock clock = new TestClock();
    final PersonId person = new PersonId(UUID.randomUUID());
    final UUID subject = Ids.next(new RegionId(999_001), LONG_AGO);
    final Set<PictureId> needed = new HashSet<>();
    final Path folder;
    final DiskStore store;
    final Shelves shelves;
    final Pictures pictures;
    final Albums albums;

    SweptTown(Atomically atomically, PlatformTransactionManager transactions) throws IOException {
        this.atomically = atomically;
        this.transactions = transactions;
        this.folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "swept");
        this.store = new DiskStore(new DataFolder(folder));
        this.shelves = new Shelves(store, TestTown.jdbc(), transactions);
        this.pictures = new Pictures(new Darkroom(), store, shelves, atomically, TestTown.jdbc(), clock);
        this.albums = new Albums(
                new Darkroom(), pictures, shelves, new Turns(TestTown.jdbc()), atomically, TestTown.jdbc(), clock);
    }

    @BeforeEach
    void begin() {
        clock.set(LONG_AGO);
        TestTown.jdbc()
                .sql("delete from media.album where added_at < '2022-01-01'")
                .update();
        TestTown.jdbc()
                .sql("delete from media.picture where created_at < '2022-01-01'")
                .update();
    }

    void sweep(Duration later) throws IOException {
        clock.set(LONG_AGO.plus(later));
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
            }
        }
        sweeping().sweep();
    }

    Path shelf(PictureId picture) {
        return folder.resolve("media").resolve(picture.value().substring(0, 2));
    }

    Sweeping sweeping() {
        return new Sweeping(store, shelves, List.of(use()), atomically, TestTown.jdbc(), clock);
    }

    KeptOfPeople erasure() {
        return new KeptOfPeople(TestTown.jdbc(), store, shelves, List.of(use()));
    }

    PictureUse use() {
        return (asked, besides) -> {
            var used = new HashSet<>(needed);
            used.retainAll(asked);
            return used;
        };
    }

    long files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    Developed developed(int width) {
        return done(new Darkroom().develop(Crafted.jpeg(width, 300), Audience.EVERYBODY));
    }

    PictureId evidence(int width) {
        return done(pictures.keepForOperators(person, Crafted.jpeg(width, 300)));
    }

    PictureId added(int width) {
        return done(albums.add(person, subject, Crafted.jpeg(width, 300)));
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}

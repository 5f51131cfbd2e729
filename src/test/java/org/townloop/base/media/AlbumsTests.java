package org.townloop.base.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.townloop.TestTown;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.DataFolder;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Turns;
import org.townloop.supply.SupplyTest;

/** The pictures of something, in the database and on disk. */
@SupplyTest
class AlbumsTests {

    private static final RegionId REGION = new RegionId(999_001);

    private final Albums albums;
    private final Pictures pictures;
    private final Path folder;
    private final PersonId person = new PersonId(UUID.randomUUID());
    private final UUID subject = Ids.next(REGION, Clock.systemUTC().instant());

    AlbumsTests(Atomically atomically, PlatformTransactionManager transactions) throws IOException {
        this.folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "media");
        var darkroom = new Darkroom();
        var store = new DiskStore(new DataFolder(folder));
        var shelves = new Shelves(store, TestTown.jdbc(), transactions);
        this.pictures = new Pictures(darkroom, store, shelves, atomically, TestTown.jdbc(), Clock.systemUTC());
        this.albums = new Albums(
                darkroom,
                pictures,
                shelves,
                new Turns(TestTown.jdbc()),
                atomically,
                TestTown.jdbc(),
                Clock.systemUTC());
    }

    @Test
    void picturesStandInOrderAndOneCanBePutFirst() {
        var first = added(Crafted.jpeg(401, 300));
        var second = added(Crafted.jpeg(402, 300));
        assertThat(added(Crafted.jpeg(401, 300))).isEqualTo(first);
        assertThat(albums.of(subject)).containsExactly(first, second);
        albums.putFirst(subject, second);
        assertThat(albums.of(subject)).containsExactly(second, first);
        assertThat(pictures.find(first, PictureSize.CARD, Audience.EVERYBODY)).isPresent();
    }

    @Test
    void aPictureThatIsRemovedFromItsLastAlbumIsGoneFromTheDiskToo() throws Exception {
        var other = Ids.next(REGION, Clock.systemUTC().instant());
        var picture = added(Crafted.jpeg(403, 300));
        albums.add(person, other, Crafted.jpeg(403, 300));
        albums.remove(subject, picture);
        assertThat(pictures.find(picture, PictureSize.PAGE, Audience.EVERYBODY)).isPresent();
        albums.remove(other, picture);
        assertThat(pictures.find(picture, PictureSize.PAGE, Audience.EVERYBODY)).isEmpty();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void anAlbumIsFullAtEight() {
        for (int i = 0; i < Albums.MOST; i++) {
            added(Crafted.jpeg(410 + i, 300));
        }
        assertThat(albums.add(person, subject, Crafted.jpeg(450, 300)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(PictureReason.TOO_MANY_PICTURES));
        assertThat(albums.of(subject)).hasSize(Albums.MOST);
    }

    @Test
    void evidenceIsForOperatorsOnly() {
        var outcome = pictures.keepForOperators(person, Crafted.jpeg(420, 300));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        if (outcome instanceof Outcome.Done<PictureId>(var picture)) {
            assertThat(pictures.find(picture, PictureSize.PAGE, Audience.EVERYBODY))
                    .isEmpty();
            assertThat(pictures.find(picture, PictureSize.PAGE, Audience.OPERATORS))
                    .isPresent();
        }
    }

    private PictureId added(byte[] file) {
        return switch (albums.add(person, subject, file)) {
            case Outcome.Done<PictureId>(var picture) -> picture;
            case Outcome.Refused<PictureId>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}

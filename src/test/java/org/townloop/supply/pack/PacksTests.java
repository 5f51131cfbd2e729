package org.townloop.supply.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestTown;
import org.townloop.base.kernel.Absent;
import org.townloop.supply.SupplyTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@SupplyTest
class PacksTests {

    private static final PackId HAIR = new PackId("hair-and-beauty");
    private static final PackId BARBER = new PackId("barber-test");

    private final Packs packs;
    private final PackRows rows;
    private final ShippedPacks shipped;

    PacksTests(Packs packs, PackRows rows, ShippedPacks shipped) {
        this.packs = packs;
        this.rows = rows;
        this.shipped = shipped;
    }

    @AfterEach
    void theBarberIsGone() {
        TestTown.jdbc()
                .sql("delete from pack.current where pack_id = 'barber-test'")
                .update();
        TestTown.jdbc()
                .sql("delete from pack.version where pack_id = 'barber-test'")
                .update();
        packs.installShipped();
    }

    @Test
    void theShippedPackIsInstalledAtTheStart() {
        assertThat(packs.installed()).extracting(Pack::id).contains(HAIR);
        assertThat(packs.current(HAIR)).isEqualTo(packs.get(HAIR, 4));
        assertThat(packs.trade(HAIR.value()).installed()).isTrue();
    }

    @Test
    void whatIsShippedHasNoFaults() {
        assertThat(shipped.contents()).hasSizeGreaterThan(5).allSatisfy(shipped::requireSound);
    }

    @Test
    void onlyWhatIsNotThereIsLookedAtAgain() {
        assertThat(rows.lacking(shipped.contents())).isEmpty();
        assertThat(rows.lacking(List.of(shipped.contents().getFirst(), barber(7, "Barber"))))
                .containsExactly(barber(7, "Barber"));
    }

    @Test
    void installingAgainChangesNothing() {
        var before = packs.current(HAIR);
        packs.installShipped();
        assertThat(packs.current(HAIR)).isEqualTo(before);
    }

    @Test
    void aNewVersionIsSoldUnderAndTheOldOneStays() {
        rows.install(List.of(barber(1, "Barber")));
        rows.install(List.of(barber(2, "Barber's")));
        packs.installShipped();
        assertThat(packs.current(BARBER).version()).isEqualTo(2);
        assertThat(packs.get(BARBER, 1).name().en()).isEqualTo("Barber");
        rows.install(List.of(barber(1, "Barber")));
        packs.installShipped();
        assertThat(packs.current(BARBER).version()).isEqualTo(2);
    }

    @Test
    void aVersionThatWasChangedIsRefusedByName() {
        rows.install(List.of(barber(1, "Barber")));
        var changed = List.<JsonNode>of(barber(1, "Butcher"));
        assertThatThrownBy(() -> rows.install(changed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("barber-test version 1");
        assertThat(packs.get(BARBER, 1).name().en()).isEqualTo("Barber");
    }

    @Test
    void aPackThatIsNotInstalledIsAbsent() {
        assertThatThrownBy(() -> packs.current(new PackId("blacksmith"))).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> packs.get(HAIR, 99)).isInstanceOf(Absent.class);
    }

    private ObjectNode barber(int version, String name) {
        var barber = (ObjectNode) shipped.contents().getFirst().deepCopy();
        barber.put("id", BARBER.value());
        barber.put("version", version);
        barber.putObject("name").put("en", name).put("zh", "理发");
        return barber;
    }
}

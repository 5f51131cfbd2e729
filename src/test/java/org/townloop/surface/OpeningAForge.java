package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;

/** A trade that nobody has foreseen: an operator makes it in the office, then somebody opens a place of it and sells. */
final class OpeningAForge extends GettingIn {

    private final Visitor maker;

    OpeningAForge(Browser browser, OpenTown town) {
        super(browser, town, Tongue.ENGLISH, false);
        maker = Visitor.withoutScripts(browser, town, Tongue.ENGLISH, 1440);
    }

    /** Somebody who has never seen a pack file. */
    void isMadeInTheOffice() {
        maker.goTo("/office/new-trade").be("Shen Guang", ".new-trade");
        both("name", "Knife grinding", "磨刀");
        both("summary", "Sharp again while you wait.", "立等可取。");
        both("unit", "knife", "把");
        both("staff", "grinder", "师傅");
        maker.write("[name='attr.0.en']", "Steel").write("[name='attr.0.zh']", "钢材");
        maker.find("[name='attr.0.type']").selectOption("choice");
        maker.write("[name='attr.0.choices']", "Carbon steel | 碳钢\nStainless | 不锈钢");
        maker.find("[name='attr.0.facet']").check();
        maker.write("[name='synonyms']", "knife grinding, sharpening, 磨刀");
        maker.press("button[value=preview]", "#preview");
        assertThat(maker.read("#preview")).contains("Knife grinding", "Carbon steel", "Free until 2 hours before");
        maker.press("button[value=publish]", "#versions");
        assertThat(maker.read("main")).contains("Knife grinding", "Version 1");
    }

    private void both(String name, String english, String chinese) {
        maker.write("[name='" + name + "En']", english).write("[name='" + name + "Zh']", chinese);
    }

    @Override
    String trade() {
        return "knife-grinding";
    }

    @Override
    String name() {
        return "Bridge Forge";
    }

    /** No trade that is new has usual hours or usual offers. */
    @Override
    void saysWhenAndWho() {
        for (var day : merchant.all("form.week fieldset").all()) {
            day.locator("input[type=time]").first().fill("09:00");
            day.locator("input[type=time]").nth(1).fill("18:00");
        }
        press("form.week button.primary", "#names");
        press("form:has(#names) button.primary", "#f-price");
    }

    @Override
    void writesAnOffer() throws IOException {
        write("[name=titleEn]", "A knife ground");
        write("#f-price", "25");
        merchant.all("form details:has(#a-steel) > summary").first().click();
        merchant.find("#a-steel").selectOption("carbonSteel");
        press("form:has(#f-price) button.primary", "input[type=file]");
        showsIt();
    }

    @Override
    public void close() {
        maker.close();
        super.close();
    }
}

package org.offshelf.importing.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.offshelf.importing.Names;
import org.offshelf.importing.reading.Block.Line;
import org.offshelf.importing.reading.Document;
import org.offshelf.importing.reading.ReadNotice;
import org.offshelf.importing.reading.ReadNotice.ReadList;
import org.offshelf.ledger.Standing;
import org.offshelf.regulator.Regulator;

/** Recognises who published a notice: by its title, by whose its lists are, or by the lines that name nobody else. */
final class RegulatorNames {

    private static final int LONGEST_LINE = 40;

    private final List<Regulator> regulators;

    RegulatorNames(List<Regulator> regulators) {
        this.regulators = regulators.stream().filter(regulator -> regulator.standing == Standing.CURRENT)
                .sorted(Comparator.comparing((Regulator regulator) -> -regulator.nameZh.length())).toList();
    }

    /** @return none where the document does not say, or names several of which any may be meant */
    List<Regulator> of(ReadNotice notice, Document document, String publisher) {
        List<Regulator> found = in(publisher);
        if (found.isEmpty()) {
            found = in(notice.title());
        }
        if (found.isEmpty()) {
            found = notice.lists().stream().map(ReadList::owner).filter(Objects::nonNull).findFirst().map(this::in)
                    .orElse(List.of());
        }
        if (found.isEmpty()) {
            List<Regulator> named = document.blocks().stream().filter(Line.class::isInstance)
                    .map(block -> ((Line) block).text())
                    .filter(text -> text.length() <= LONGEST_LINE).flatMap(text -> in(text).stream()).distinct().toList();
            found = named.size() == 1 ? named : List.of();
        }
        return found;
    }

    /** All that the text names; the part of a longer name is none by itself. */
    private List<Regulator> in(String text) {
        List<Regulator> found = new ArrayList<>();
        String rest = text == null ? "" : inFull(text);
        for (Regulator regulator : regulators) {
            String name = inFull(regulator.nameZh);
            if (rest.contains(name)) {
                found.add(regulator);
                rest = rest.replace(name, "\n");
            }
        }
        return found;
    }

    private static String inFull(String text) {
        return Names.normalise(text).replace("工信部", "工业和信息化部").replace("网信办", "互联网信息办公室").replace("通管局", "通信管理局");
    }
}

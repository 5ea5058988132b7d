package io.briefcast.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AliasTableTest {
    @TempDir
    Path folder;

    private Path file;
    private AliasTable table;

    @BeforeEach
    void name() {
        file = folder.resolve("names.txt");
        table = AliasTable.in(file);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    @Test
    void namesOfOneLineMeanTheSame() throws IOException {
        write("# whom we know\n\nOpenAI = Open AI, the ChatGPT maker\r\ncompute = GPU capacity\n");

        Aliases aliases = table.get();

        assertThat(table.problems()).isEmpty();
        assertThat(aliases.shown("open ai")).isEqualTo("OpenAI");
        assertThat(aliases.shown("prices of the ChatGPT maker's models")).isEqualTo("prices of OpenAI models");
        assertThat(aliases.same("GPU capacity", "Compute")).isTrue();
        assertThat(aliases.same("GPU capacity", "OpenAI")).isFalse();
        assertThat(aliases.shown("opening AI")).isEqualTo("opening AI");
    }

    @Test
    void aTopicHasAWordingForEveryName() throws IOException {
        write("compute = GPU capacity, accelerators");

        assertThat(table.get().wordings("gpu capacity in Europe"))
                .startsWith("compute in Europe", "gpu capacity in Europe")
                .contains("accelerators in Europe");
        assertThat(table.get().otherNames("Who has compute sets the price"))
                .containsExactly("GPU capacity", "accelerators");
    }

    @Test
    void withoutATableATopicHasItsOtherSpellings() {
        assertThat(Aliases.NONE.wordings("OpenAI pricing")).containsExactly("OpenAI pricing", "Open AI pricing");
        assertThat(Aliases.NONE.wordings("open ai")).containsExactly("open ai", "openai");
        assertThat(Aliases.NONE.wordings("every day")).containsExactly("every day");
        assertThat(Aliases.NONE.wordings("how chips are made")).containsExactly("how chips are made");
    }

    @Test
    void aBadLineIsToldByItsNumberAndTheRestIsUsed() throws IOException {
        write("""
                OpenAI Open AI
                = Nvidia
                Nvidia =
                !! = wonder
                compute = GPU capacity
                chips = gpu capacity, silicon
                GPU capacity = racks
                """);

        assertThat(table.problems())
                .containsExactly(
                        "names.txt, line 1: there is no = in it; write the name that is shown, =, and the others.",
                        "names.txt, line 2: there is no name before the =; write the one that is shown.",
                        "names.txt, line 3: there is no name after the =; write the other names, with commas between.",
                        "names.txt, line 4: '!!' has no letters; take it out.",
                        "names.txt, line 6: 'gpu capacity' is in line 5 already; put all names of one thing in one line.",
                        "names.txt, line 7: 'GPU capacity' is in line 5 already; put all names of one thing in one line.");
        assertThat(table.get().shown("GPU capacity")).isEqualTo("compute");
        assertThat(table.get().shown("silicon")).isEqualTo("chips");
        assertThat(table.get().shown("racks")).isEqualTo("racks");
    }

    @Test
    void aChangeCountsAtOnce() throws IOException {
        write("compute = GPU capacity");
        assertThat(table.get().shown("racks")).isEqualTo("racks");

        write("compute = GPU capacity, racks");

        assertThat(table.get().shown("racks")).isEqualTo("compute");
    }

    @Test
    void aNamedFileThatIsNotThereIsTold() {
        assertThat(table.get().shown("racks")).isEqualTo("racks");
        assertThat(table.problems()).singleElement().asString().contains("names.txt is not there; make it");
        assertThat(AliasTable.ifThere(file).problems()).isEmpty();
    }

    @Test
    void whatIsLargerThanAnybodyWritesIsTold() throws IOException {
        write("# nobody reads this\n".repeat(60_000) + "compute = racks\n");

        assertThat(table.problems()).singleElement().asString().contains("names.txt is larger than 1 MB; make it");
        assertThat(table.get().shown("racks")).isEqualTo("racks");
    }

    @Test
    void namesThatAreTooLongOrTooManyAreTold() throws IOException {
        write("compute = " + "x".repeat(101) + "\nchips = " + "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t");

        assertThat(table.problems())
                .hasSize(2)
                .allMatch(problem -> problem.contains(
                        "names have at most 100 characters, and a thing has at most 20; make it shorter"));
    }

    @Test
    void whatIsNoTextIsTold() throws IOException {
        Files.write(file, "compute = Größe".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(table.problems()).singleElement().asString().contains("text file in UTF-8");
        assertThat(table.get().shown("compute")).isEqualTo("compute");
    }
}

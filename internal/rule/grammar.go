package rule

import "rapporteur/internal/words"

// The small closed classes of English words by which names are told from the
// sentence around them.

var openers = words.Set("the a an in on under at by for to of from with this that these those its his her their our such any all both each every no some many most several other another " +
	"since during after before although while whereas as if when where which who what how why whether and or but nor yet so thus however moreover furthermore lastly finally additionally accordingly consequently " +
	"according pursuant concerning regarding following given further turning referring noting recalling replying responding speaking commending welcoming between among within without through throughout upon until via per unlike like despite " +
	"he she it they we i there here currently recently initially later first second third one two three four five six seven eight nine ten not only also even still mr ms mrs dr messrs miss sir judge " +
	"said asked is was were are had has have did does could would should may might must can will shall chapter article articles section paragraph paragraphs part pursuant new draft revised amended former")

// nameOpeners open a sentence, and within one, with a capital, a name: "the
// Second Decade", "the New Horizons Fund".
var nameOpeners = words.Set("other all new first second third fourth fifth sixth")

var determiners = words.Set("the a an its his her their this that such said")

var joiners = words.Set("the a an of for on and to in with against its their all")

var honorifics = words.Set("mr ms mrs dr messrs mmes miss sir judge archbishop professor")

// roles are what persons are in an institution; its name ends before them.
var roles = words.Set("expert experts member members rapporteur rapporteurs chair chairman chairperson chairpersons chairwoman spokesperson")

// divisions are parts of a law that stand before it with their number.
var divisions = words.Set("title chapter part section schedule book annex division volume paragraph article")

// ranks stand before the title of a person's office.
var ranks = words.Set("deputy assistant acting chief vice senior associate former")

// days are kept and are no policies.
var days = words.Set("day week month year night")

// gatherings are held and are no bodies.
var gatherings = words.Set("meeting meetings session sessions conference conferences summit")

// founding words say that something was set up.
var founding = words.Set("established created founded formed establishment creation setting launched set")

// modifiers are lower-case words before a described institution that belong to it.
var modifiers = words.Set("training research resource coordination reception detention inter agency interagency interministerial ministerial inter-agency state national parliamentary special standing joint technical permanent federal regional interdepartmental governmental government intergovernmental independent")

// verbs and clauses end a description in lower case.
var verbs = words.Set("had has have having was were is are be been being would could should might may must will shall can did does do said asked noted stated provided provides provide set sets established establishes " +
	"adopted amended approved entered enabled enables allowed allows made makes prohibited prohibits guaranteed guarantees contained contains included includes include gave gives defined defines required requires ensured ensures sought seeks " +
	"aimed covered covers applied applies came come took takes met played continued remained became worked works held helped signed enacted passed drafted submitted introduced")

var clauses = words.Set("which who whom whose that when where while whereas as if because since although though until unless before after during under pursuant in by at from with within without through via into upon to according also not he she it they his her it")

// particles join parts of foreign names: "Rio de Janeiro".
var particles = words.Set("de da do dos du la del di al el van von")

// owners have names that they are no part of: "the Government's Youth Strategy".
var owners = words.Set("government state party committee country council parliament court commission convention covenant president minister republic union organization delegation body agency authority")

// dangling words cannot end a description.
var dangling = words.Set("or other new more recently currently")

// beforeIn, beforeTo and afterTo stand beside "in" and "to" in names of any kind:
// "Trafficking in Persons", "Right to Education", "Agency to Combat …".
var (
	beforeIn = words.Set("trafficking traffic persons women children education training violence participation equality discrimination racism corruption safety")
	beforeTo = words.Set("response support access assistance aid contribution right pay remuneration")
	afterTo  = words.Set("combat prevent support eliminate promote protect reduce strengthen improve address end counter fight")
)

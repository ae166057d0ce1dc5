// Given names that many people bear, of some twenty languages; names that are common words too are left out. Written down
// by us for this purpose: a hint, not a register.
const names = `
James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Donald Steven
Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan
Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Patrick Raymond Jack Dennis Jerry Tyler Aaron Jose
Henry Adam Douglas Nathan Peter Zachary Kyle Walter Harold Jeremy Ethan Carl Keith Roger Gerald Christian Terry Sean
Arthur Austin Noah Lawrence Jesse Joe Bryan Billy Jordan Albert Dylan Bruce Willie Gabriel Alan Juan Logan Wayne Ralph
Roy Eugene Randy Vincent Russell Louis Philip Bobby Johnny Bradley Oliver Oscar Harry Leo Simon Martin Graham Stuart Ian
Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley Kimberly
Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Dorothy Rebecca Sharon Laura Cynthia Amy Kathleen Angela
Shirley Brenda Emma Anna Pamela Nicole Samantha Katherine Christine Helen Debra Rachel Carolyn Janet Maria Catherine
Heather Diane Olivia Julie Joyce Victoria Ruth Virginia Lauren Kelly Christina Joan Evelyn Judith Andrea Hannah Megan
Cheryl Jacqueline Martha Madison Teresa Gloria Sara Janice Ann Kathryn Abigail Sophia Frances Jean Alice Judy Isabella
Julia Denise Marilyn Amber Danielle Beverly Charlotte Natalie Theresa Diana Brittany Doris Kayla Alexis Lori Marie Claire
Jane Lucy Chloe Fiona Zoe Nora Ellen Elena Irene Monica Priya Wendy Tracy Sophie Amelia Mia Ava Harper
Hans Klaus Jürgen Günther Wolfgang Dieter Manfred Uwe Bernd Stefan Andreas Markus Matthias Sebastian Florian Tobias Lukas
Felix Jonas Maximilian Moritz Jan Lars Sven Thorsten Ralf Heinz Helmut Gerhard Werner Karl Friedrich Johannes Ursula Monika
Petra Sabine Renate Helga Karin Brigitte Ingrid Gisela Erika Heike Anja Katrin Katharina Lena Leonie Greta Franziska Johanna
Jean Pierre Michel André Philippe Alain Jacques Bernard Nicolas Laurent Olivier François Julien Antoine Guillaume Mathieu
Camille Nathalie Isabelle Sylvie Catherine Françoise Monique Valérie Sandrine Céline Aurélie Émilie Manon Léa Chloé Hélène
José Antonio Manuel Francisco Javier Carlos Miguel Alejandro Rafael Pedro Pablo Sergio Fernando Jorge Luis Alberto Diego
Ramón Enrique Andrés Álvaro Carmen Josefa Isabel Dolores Pilar Lucía Marta Cristina Mercedes Rosa Raquel Beatriz Sofía
Giuseppe Giovanni Mario Luigi Angelo Vincenzo Salvatore Domenico Francesco Marco Alessandro Andrea Matteo Lorenzo Davide
Giulia Francesca Chiara Paola Silvia Elisa Valentina Federica Alessia Giorgia Martina Milena Giovanna
João António Paulo Ricardo Rui Tiago Bruno Gustavo Felipe Rodrigo Thiago Eduardo Marcos Ana Mariana Fernanda Juliana Camila
Gabriela Larissa Letícia Beatriz Inês Julieta Carla Luana Rafaela Vitória Bruna
Piotr Krzysztof Andrzej Tomasz Paweł Marcin Michał Grzegorz Jerzy Katarzyna Małgorzata Agnieszka Krystyna Barbara Ewa
Magdalena Joanna Monika Jana Petr Pavel Tomáš Jiří Josef Jaroslav Zdeněk Věra Lucie Tereza Šárka Růžena Zuzana
István László József János Zoltán Ferenc Gábor Attila Péter Tamás Krisztián Szabina Katalin Erzsébet Ilona Zsuzsanna
Ivan Dmitri Dmitry Sergei Sergey Alexei Alexey Mikhail Nikolai Vladimir Yuri Igor Oleg Andrei Olga Tatiana Natalia Svetlana
Irina Ekaterina Anastasia Ludmila Faina Marina Galina Oksana Yulia Ruslan Anatoly Boris Vasily Maxim
Erik Johan Anders Lars Nils Björn Gustav Henrik Magnus Mikael Karin Kristina Birgitta Astrid Ingrid Sofia Linnea Kerstin
Søren Jens Niels Mette Kirsten Hanne Ole Knut Sigrid Kari Johannes Juhani Matti Antti Mikko Kaija Liisa Päivi Tuula Uta
Willem Pieter Jeroen Bart Maarten Sander Joost Anneke Marieke Femke Saskia Sanne Thijs Daan Lotte
Mohammed Muhammad Ahmed Ali Hassan Hussein Omar Ibrahim Khalid Yusuf Mustafa Abdullah Fatima Aisha Zainab Khadija Mariam
Layla Noor Amina Samir Tariq Bilal Karim Rashid Mehmet Mustafa Ayşe Emine Hatice Elif Zeynep Emre Murat
Wei Ming Xiaoming Jing Ling Hiroshi Takashi Kenji Yuki Sakura Haruto Yuto Akira Keiko Yoko Satoshi Minho Jihoon Soyeon
Rahul Amit Raj Rajesh Sanjay Vijay Anil Sunil Deepak Arjun Rohan Ravi Suresh Ananya Anjali Pooja Neha Sunita Lakshmi Kavita
Nguyen Minh Linh Tuan Hoa Kwame Chinedu Ngozi Amara Thabo Sipho Zanele Oluwaseun Adaeze Siobhan Niamh Aoife Declan Ciaran
`;

export const givenNames: ReadonlySet<string> = new Set(names.split(/\s+/).filter((name) => name !== ''));

const bits = 13;
const begun = new Int32Array(1 << (bits - 5));
for (const name of givenNames) {
  const place = placeOf(name, 0, name.length);
  begun[place >> 5] = (begun[place >> 5] as number) | (1 << place);
}

/** Whether a piece of a text is one. Nearly all that are none are told by their first letters and their length. */
export function isGivenName(text: string, start: number, end: number): boolean {
  const place = placeOf(text, start, end);
  return (((begun[place >> 5] as number) >> place) & 1) === 1 && givenNames.has(text.slice(start, end));
}

function placeOf(text: string, start: number, end: number): number {
  if (end - start < 3) {
    return end - start;
  }
  const letters = text.charCodeAt(start) + 37 * text.charCodeAt(start + 1) + 1369 * text.charCodeAt(start + 2);
  return Math.imul(letters + 50653 * (end - start), 0x9e3779b1) >>> (32 - bits);
}

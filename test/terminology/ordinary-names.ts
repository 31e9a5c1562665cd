// Which diagnoses and procedures are ordinary among children, as English and Chinese charts write them?

const listed = (names: string): readonly string[] => names.trim().split(/;\s+|\n\s*/);

/** English ones, some with the names of people and the Latin of physicians. */
export const english = listed(`
  Acute upper respiratory infection; Common cold; Acute tonsillitis; Acute pharyngitis; Acute otitis media
  Acute bronchitis; Bronchiolitis; Croup; Influenza; Allergic rhinitis; Asthma; Mild intermittent asthma; Eczema
  Atopic dermatitis; Urticaria; Contact dermatitis; Diaper rash; Impetigo; Tinea capitis; Tinea corporis; Scabies
  Head lice; Molluscum contagiosum; Viral warts; Verruca vulgaris; Chickenpox; Hand, foot and mouth disease; Roseola
  Fifth disease; Scarlet fever; Gastroenteritis; Acute viral gastroenteritis; Constipation; Functional abdominal pain
  Gastroesophageal reflux disease; Lactose intolerance; Cow's milk protein allergy; Peanut allergy; Iron deficiency anemia
  Vitamin D deficiency; Rickets; Obesity; Overweight; Failure to thrive; Short stature; Precocious puberty
  Delayed puberty; Type 1 diabetes mellitus; Hypothyroidism; Hashimoto thyroiditis; Graves disease; Nocturnal enuresis
  Urinary tract infection; Vesicoureteral reflux; Hydronephrosis; Phimosis; Cryptorchidism; Inguinal hernia
  Umbilical hernia; Appendicitis; Intussusception; Pyloric stenosis; Hirschsprung disease; Celiac disease
  Irritable bowel syndrome; Migraine; Tension headache; Febrile seizure; Syncope; Vasovagal syncope; ADHD
  Autism spectrum disorder; Anxiety disorder; Depressive disorder; Adjustment disorder; Speech delay; Developmental delay
  Dyslexia; Tourette syndrome; Tic disorder; Insomnia; Obstructive sleep apnea; Adenoid hypertrophy; Tonsillar hypertrophy
  Epistaxis; Conjunctivitis; Blepharitis; Chalazion; Stye; Myopia; Astigmatism; Amblyopia; Strabismus; Ptosis; Cataract
  Hearing loss; Tinnitus; Dental caries; Gingivitis; Teething; Malocclusion; Scoliosis; Flat feet; Genu valgum
  Osgood-Schlatter disease; Legg-Calvé-Perthes disease; Developmental dysplasia of the hip; Ankle sprain
  Fracture of radius; Greenstick fracture of ulna; Oblique fracture of tibia; Clavicle fracture
  Supracondylar fracture of humerus; Concussion; Laceration of scalp; Dog bite; Insect bite; Burn of hand
  Foreign body in nose; Nursemaid's elbow; Growing pains; Acne vulgaris; Alopecia areata; Vitiligo; Pityriasis rosea
  Psoriasis; Seborrheic dermatitis; Keratosis pilaris; Ingrown toenail; Paronychia; Hyperhidrosis; Dysmenorrhea
  Menorrhagia; Amenorrhea; Polycystic ovary syndrome; Gynecomastia; Henoch-Schönlein purpura; Sjögren syndrome
  Raynaud phenomenon; Guillain-Barré syndrome; Behçet disease; Ménière disease; Café au lait spots
  Cornelia de Lange syndrome; Cri du chat syndrome; de Quervain tenosynovitis; Von Willebrand disease
  Van der Woude syndrome; DiGeorge syndrome; Torsades de pointes; G6PD deficiency; β-thalassemia trait
  Alpha-1 antitrypsin deficiency; Roux-en-Y gastrojejunostomy; Polymyalgia rheumatica; Osteogenesis imperfecta
  Spina bifida occulta; Arthrogryposis multiplex congenita; Epidermolysis bullosa dystrophica
  Cushing syndrome, drug-induced; Steroid-induced osteoporosis; Hypertension; Hyperlipidemia; Hypokalemia; Dehydration
  Pneumonia; Lupus nephritis class IV; Systemic lupus erythematosus; Malar rash; Arthralgia; Fever; Cough; Vomiting
  Diarrhea; Fatigue; Weight loss; Lymphadenopathy; Leukopenia; Thrombocytopenia; Proteinuria; Hematuria
  Nephrotic syndrome; Long term use of steroids; Full-time employment; Received higher education; Social isolation; Stress
  Medication review due; Yersinia enterocolitica enteritis; Fasciola hepatica infection; Keratoconjunctivitis sicca
  Chronic sinusitis; Lung contusion; Young-onset hypertension; Appetite loss; Parasite infestation; Website addiction
  Questionnaire completed; Del(22q11.2) syndrome; Anti-La positive; Para 1; Condyloma; Dos and don'ts counselling
  Impacted cerumen; Body mass index 30+ - obesity; Loss of teeth; Marie-Strumpell spondylitis; Charlie horse
  Calorie deficit; Acute appendicitis with localized peritonitis; Allergy to penicillin; Anaphylaxis due to egg protein
  Anterior cruciate ligament tear; Antiphospholipid syndrome; Aortic root dilation; Autoimmune hepatitis
  Avascular necrosis of femoral head; Bacterial vaginosis; Baker cyst; Bell's palsy; Benign paroxysmal positional vertigo
  Bipolar disorder; Bone marrow edema; Breath-holding spell; Candida esophagitis; Carpal tunnel syndrome
  Cellulitis of left leg; Central line placement; Chronic kidney disease stage 3; Cleft palate repair
  Clostridioides difficile colitis; Colonoscopy with biopsy; Complement deficiency; Congenital hypothyroidism
  Corneal abrasion; Cystic fibrosis; Deep venous thrombosis; Dental extraction; Diabetic ketoacidosis
  Diffuse proliferative glomerulonephritis; Discoid rash; Drug-induced lupus; Duchenne muscular dystrophy; Dysphagia
  Echocardiography; EGD with biopsy; Encopresis; Epiglottitis; Erythema nodosum; Esophageal varices; Evans syndrome
  Excision of ganglion cyst; Facial nerve paralysis; Familial Mediterranean fever; Fibromyalgia; Folliculitis
  Gilbert syndrome; Glaucoma suspect; Hereditary spherocytosis; Hemophilia A; Hip arthroscopy; Hyperkalaemia
  Hypermobility syndrome; Hyperuricaemia; Hypogammaglobulinemia; IgA vasculitis; Iron overload
  Juvenile idiopathic arthritis, oligoarticular; Kawasaki disease; Kidney biopsy; Klinefelter syndrome
  Laparoscopic cholecystectomy; Lumbar puncture; Lyme disease; Macrophage activation syndrome; Marfan syndrome
  Mesenteric adenitis; Mitral valve prolapse; Mouth ulcers; Mumps; Neonatal jaundice; Neurofibromatosis type 1
  Noncompliance with medication; Opisthotonus; Osteomyelitis of tibia; Otitis externa; Pancreatitis; Pes planus
  Pilonidal sinus; Plantar fasciitis; Pleurisy; Port wine stain; Post-streptococcal glomerulonephritis; Premature birth
  Prader-Willi syndrome; Renal tubular acidosis; Retained foreign body; Rheumatic fever; Sickle cell trait
  Sinus tachycardia; Skin abscess drainage; Spondylolisthesis; Status post tonsillectomy; Sydenham chorea
  Tetanus-prone wound; Toxic synovitis of hip; Transient synovitis; Trismus; Tympanostomy tube placement
  Urinary retention; Venipuncture; Vocal cord dysfunction; Wheezing; Wolff-Parkinson-White syndrome
  Pre-existing hypertension complicating pregnancy; Peau d'orange; Bruit over left carotid; Malaise; Genu varum
  Acanthosis nigricans; Granuloma annulare; Morphea; Livedo reticularis; Erythema migrans; Lichen planus; Hallux valgus
  Torticollis; Enterobius vermicularis infection; Giardia lamblia infection; Toxocara canis infection; Dengue
  Pityriasis versicolor; Staphylococcus aureus carrier; Placenta previa; Pneumothorax, traumatic; Situs inversus
  Dextrocardia; Ectopia lentis; Tinea pedis; Plaque psoriasis; Antique furniture injury
`);

/** Chinese ones, in simplified characters. */
export const chinese = listed(`
  急性上呼吸道感染; 普通感冒; 急性扁桃体炎; 急性咽炎; 急性中耳炎; 急性支气管炎; 毛细支气管炎; 流行性感冒
  过敏性鼻炎; 支气管哮喘; 湿疹; 特应性皮炎; 荨麻疹; 接触性皮炎; 尿布皮炎; 脓疱疮; 头癣; 体癣; 疥疮
  头虱; 传染性软疣; 寻常疣; 水痘; 手足口病; 幼儿急疹; 猩红热; 急性胃肠炎; 轮状病毒肠炎; 便秘
  功能性腹痛; 胃食管反流; 乳糖不耐受; 牛奶蛋白过敏; 缺铁性贫血; 维生素D缺乏; 佝偻病; 肥胖症; 超重
  生长迟缓; 矮小症; 性早熟; 青春期发育延迟; 1型糖尿病; 甲状腺功能减退; 桥本甲状腺炎; 遗尿症; 泌尿道感染
  膀胱输尿管反流; 肾积水; 包茎; 隐睾; 腹股沟疝; 脐疝; 急性阑尾炎; 肠套叠; 先天性幽门狭窄; 偏头痛
  热性惊厥; 晕厥; 注意缺陷多动障碍; 孤独症; 焦虑状态; 抑郁状态; 语言发育迟缓; 抽动障碍; 失眠
  阻塞性睡眠呼吸暂停; 腺样体肥大; 鼻出血; 结膜炎; 睑缘炎; 霰粒肿; 麦粒肿; 近视; 散光; 弱视; 斜视
  上睑下垂; 听力下降; 龋齿; 牙龈炎; 错颌畸形; 脊柱侧弯; 扁平足; 膝外翻; 踝关节扭伤; 桡骨骨折; 锁骨骨折
  脑震荡; 头皮裂伤; 犬咬伤; 虫咬皮炎; 烫伤; 鼻腔异物; 桡骨小头半脱位; 生长痛; 痤疮; 斑秃; 白癜风
  玫瑰糠疹; 银屑病; 甲沟炎; 痛经; 月经不调; 过敏性紫癜; 干燥综合征; 雷诺现象; G6PD缺乏症
  β-地中海贫血; 高血压; 高脂血症; 低钾血症; 脱水; 支气管肺炎; 狼疮性肾炎Ⅳ型; 系统性红斑狼疮; 面部皮疹
  关节痛; 发热; 咳嗽; 呕吐; 腹泻; 乏力; 淋巴结肿大; 白细胞减少; 血小板减少; 蛋白尿; 血尿; 肾病综合征
  激素性骨质疏松; 类固醇性青光眼; 髋关节发育不良; 瘢痕疙瘩; 腘窝囊肿; 肛瘘; 肛裂; 痔; 胼胝; 鹅口疮
  疱疹性咽峡炎; 传染性单核细胞增多症; 睾丸鞘膜积液; 精索静脉曲张; 尿道下裂; 漏斗胸; 鸡胸; 斜颈; 多指畸形
  并指; 马蹄内翻足; 唇裂; 腭裂; 舌系带过短; 耵聍栓塞; 外耳道炎; 分泌性中耳炎; 鼻窦炎; 声带小结; 喉软化
  胃炎; 十二指肠溃疡; 幽门螺杆菌感染; 脂肪肝; 胆囊息肉; 蛔虫病; 蛲虫病
`);
